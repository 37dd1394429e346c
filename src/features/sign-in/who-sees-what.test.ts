import { expect, test } from 'vitest'
import { POLICY } from '#server/policy.ts'
import type { Rule } from '#server/policy.ts'
import { WHO_SEES_WHAT } from './who-sees-what.ts'
import type { Part } from './who-sees-what.ts'

/** What a phrase promises, as the policy writes it. */
function rulesFor(part: Part): Partial<Rule> {
  if (part === 'never') return { delayHours: null }
  const hours = Number(/(\d+)h$/.exec(part)?.[1] ?? 0)
  const [how, when] = part.split('-')
  return {
    delayHours: hours,
    where:
      how === 'banded'
        ? 'segment'
        : how === 'cell'
          ? 'tenth-degree'
          : how === 'town'
            ? 'named-area'
            : 'as-is',
    counts: how === 'banded' ? 'banded' : 'as-is',
    when:
      when === 'hour' || when === 'day'
        ? when
        : hours === 6 && how === 'banded'
          ? 'hour'
          : how === 'banded' || how === 'cell'
            ? 'day'
            : 'as-is',
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
