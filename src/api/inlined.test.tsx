import { afterEach, expect, test } from 'vitest'
import type { Situation } from '#domain/situation.ts'
import { INLINED_ID, inlinedSituation } from './inlined.ts'

const situation: Situation = {
  window: { from: '2025-08-25', to: '2026-03-12', at: '2026-03-12', known: null, vintage: null },
  record: {
    lastEligible: '2026-03-12',
    lastAny: null,
    first: null,
    reports: 1,
    sources: 1,
    daysSilent: 255,
  },
  headlines: [],
  corridors: [],
}

function serve(search: string, text: string) {
  const element = document.createElement('script')
  element.type = 'application/json'
  element.id = INLINED_ID
  element.dataset['search'] = search
  element.textContent = text
  document.body.append(element)
}

afterEach(() => document.getElementById(INLINED_ID)?.remove())

test('the answer that came with the page spares the first request', () => {
  serve('', JSON.stringify(situation))
  expect(inlinedSituation({})).toEqual(situation)
})

test('figures have no language, so the answer serves both', () => {
  serve('lang=en', JSON.stringify(situation))
  expect(inlinedSituation({ lang: 'fr' })).toEqual(situation)
})

test('the answer to another question is not taken for this one’s', () => {
  serve('at=2026-01-15', JSON.stringify(situation))
  expect(inlinedSituation({})).toBeUndefined()
  expect(inlinedSituation({ at: '2026-01-15' })).toEqual(situation)
})

test('a page served without an answer, or with a broken one, asks for it', () => {
  expect(inlinedSituation({})).toBeUndefined()
  serve('', '{"window": null}')
  expect(inlinedSituation({})).toBeUndefined()
})
