import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

const studio =
  '?chart=wait&last=90d&place=bamako&vintage=2026-11-20T08%3A00%3A00.000Z&lang=en&seed=7'

test.each([
  ['where they came from', '/?corridor=sn&hide=places', '/?corridor=sn&hide=places&lang=en'],
  ['in the language chosen since', '/?lang=fr', '/?lang=en'],
  ['from another screen, to the same question', '/method', '/?place=bamako&lang=en&seed=7'],
])('the way back leads %s', (_, from, to) => {
  expect(wayBack(new URL(from, location.origin).href, studio)).toBe(to)
})

test.each(['', 'about:blank', 'https://news.example/?corridor=sn'])(
  'a stranger’s page ("%s") is no way back',
  (referrer) => {
    expect(wayBack(referrer, studio)).toBe('/?place=bamako&lang=en&seed=7')
  },
)
