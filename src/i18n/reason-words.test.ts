import { expect, test } from 'vitest'
import type { Reason } from '#domain/corridor-status.ts'
import { reasonWords } from './reason-words.ts'
import { wordsIn } from './words.ts'

const attack: Reason = {
  code: 'attack',
  day: '2026-01-29',
  until: null,
  value: null,
  leg: null,
  report: null,
}

test.each<[Partial<Reason>, string, string]>([
  [{}, 'attaque le 29 janv. 2026', 'attack on 29 Jan 2026'],
  [{ until: '2026-01-31' }, 'attaque (29–31 janv. 2026)', 'attack (29–31 Jan 2026)'],
  [
    { code: 'arrivals', value: 12, day: '2026-01-01', until: '2026-01-31' },
    '12 citernes arrivées (1–31 janv. 2026)',
    '12 tankers arrived (1–31 Jan 2026)',
  ],
  [
    { code: 'arrivals' },
    'arrivée signalée le 29 janv. 2026, sans décompte',
    'arrival reported on 29 Jan 2026, uncounted',
  ],
])('%o names the day its source gives, or the whole span', (change, fr, en) => {
  expect(reasonWords({ ...attack, ...change }, 'fr', wordsIn('fr'))).toBe(fr)
  expect(reasonWords({ ...attack, ...change }, 'en', wordsIn('en'))).toBe(en)
})
