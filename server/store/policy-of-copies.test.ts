import { expect, test } from 'vitest'
import { grouped } from '#domain/grouped.ts'
import { disclose, secretOf } from '#server/disclosure.ts'
import { POLICY } from '#server/policy.ts'
import type { Rule, Secret } from '#server/policy.ts'
import { fingerprintOf } from './policy-of-copies.ts'
import { probes } from './probes.ts'

/** For each part of a rule, two values: whichever it has not is a change. */
const VALUES: Record<string, [unknown, unknown]> = {
  delayHours: [7, 77],
  where: ['as-is', 'tenth-degree'],
  when: ['as-is', 'day'],
  counts: ['as-is', 'banded'],
  note: [true, false],
  alone: [true, false],
}

/** What a part can change nothing of, whatever it says. */
function isIdle(secret: Secret, { delayHours }: Rule, part: string): boolean {
  if (delayHours === null) return part !== 'delayHours'
  // Counts are a convoy's; what is published with its address stands alone anyway.
  if (part === 'counts')
    return !['published', 'forward-looking', 'convoy-moving', 'convoy-closed'].includes(secret)
  return part === 'alone' && ['published', 'forward-looking'].includes(secret)
}

const probesOf = grouped(probes(), secretOf)
const SECRETS = Object.keys(POLICY) as Secret[]

test.each(SECRETS)(
  'a change of the rules for “%s” is a change of what the probes are told',
  (secret) => {
    const some = probesOf.get(secret) ?? []
    for (const role of ['public', 'partner'] as const) {
      const told = () => JSON.stringify(some.map((probe) => disclose(probe, role)))
      const before = told()
      const rule: Rule = POLICY[secret][role]
      for (const [part, value] of Object.entries(rule)) {
        if (isIdle(secret, rule, part)) continue
        const other = VALUES[part]?.find((each) => each !== value)
        POLICY[secret][role] = { ...rule, [part]: other }
        const after = told()
        POLICY[secret][role] = rule
        expect(other).toBeDefined()
        expect([part, after === before]).toEqual([part, false])
      }
    }
  },
)

test('a gate is known again by its answers, and another is told from it', async () => {
  const name = await fingerprintOf(disclose)
  expect(await fingerprintOf((...asked) => disclose(...asked))).toBe(name)
  const late = await fingerprintOf((stored, role) => {
    const found = disclose(stored, role)
    return found && { ...found, copy: { ...found.copy, credibility: 1 } }
  })
  expect(late).not.toBe(name)
})
