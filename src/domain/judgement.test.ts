import { expect, test } from 'vitest'
import { admiraltyCode, isClaim, isEligible } from './admiralty.ts'
import { freshness } from './freshness.ts'
import { witnessOf } from './source.ts'

test.each([
  ['A', 1, true, false],
  ['E', 3, true, false],
  ['B', 4, false, true],
  ['A', 5, false, true],
  ['C', 6, true, false],
  ['D', 6, false, false],
  ['F', 6, false, false],
] as const)(
  '%s%i may carry a headline: %s; is a claim: %s',
  (reliability, credibility, eligible, claim) => {
    const judged = { reliability, credibility }
    expect([isEligible(judged), isClaim(judged)]).toEqual([eligible, claim])
    expect(admiraltyCode(judged)).toBe(`${reliability}${credibility}`)
  },
)

test('a field report on a queue is old after hours, a press fact after days', () => {
  const at = (hours: number) => [
    freshness('queue', 'minute', hours),
    freshness('queue', 'day', hours),
  ]
  expect(at(3)).toEqual(['fresh', 'fresh'])
  expect(at(13)).toEqual(['stale', 'fresh'])
  expect(at(25)).toEqual(['unknown', 'fresh'])
  expect(at(24 * 15)).toEqual(['unknown', 'unknown'])
})

test.each([
  ['RFI via allAfrica', 'RFI'],
  ['GeoTribune (RFI-based)', 'RFI'],
  ['SeneNews (citing AFP)', 'AFP'],
  ['Le Chelif (ministry data)', 'Ministère du Commerce (Mali)'],
  ['Afrikinfos Mali (trade ministry)', 'Ministère du Commerce (Mali)'],
  ['Maliweb (ONAP notice)', 'ONAP'],
  ["L'Essor (state daily)", "L'Essor"],
  ['Koaci', 'Koaci'],
])('%s is the word of %s', (name, witness) => expect(witnessOf({ name })).toBe(witness))
