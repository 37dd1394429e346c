import { expect, test } from 'vitest'
import { POLICY } from '#server/policy.ts'
import type { Rule } from '#server/policy.ts'
import { WHO_SEES_WHAT } from './who-sees-what.ts'
import type { Part } from './who-sees-what.ts'

/** What each first word promises of place, counts and time. */
const PROMISES: Record<string, Pick<Rule, 'where' | 'counts' | 'when'>> = {
  banded: { where: 'segment', counts: 'banded', when: 'hour' },
  corridor: { where: 'corridor', counts: 'banded', when: 'day' },
  cell: { where: 'tenth-degree', counts: 'as-is', when: 'day' },
  town: { where: 'named-area', counts: 'as-is', when: 'as-is' },
}

/** What a phrase promises, as the policy writes it. */
function rulesFor(part: Part): Partial<Rule> {
  if (part === 'never') return { delayHours: null }
  const [how = '', end] = part.split('-')
  return {
    where: 'as-is',
    counts: 'as-is',
    when: 'as-is',
    ...PROMISES[how],
    ...(end === 'hour' || end === 'day' ? { when: end } : {}),
    delayHours: Number(/(\d+)h$/.exec(part)?.[1] ?? 0),
  }
}

test.each(WHO_SEES_WHAT)('of %s the table promises what the policy gives', (row, ...parts) => {
  const { public: everybody, partner } = POLICY[row]
  expect(everybody).toMatchObject(rulesFor(parts[0]))
  expect(partner).toMatchObject(rulesFor(parts[1]))
})

test('a table that promises more than the policy is caught', () => {
  expect(POLICY.confidential.partner).not.toMatchObject(rulesFor('all'))
  expect(POLICY['convoy-closed'].public).not.toMatchObject(rulesFor('after-6h'))
})
