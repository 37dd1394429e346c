import { expect, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'
import { fromSearch, toSearch } from './view.ts'

test('an address read and written is the same address', () => {
  const search =
    'from=2025-09-01&to=2026-03-12&at=2025-10-07&known=2025-11-08&corridor=sn&place=bamako&product=petrol&lang=en&hide=convoys%2Cincidents&open=report%3A1'
  expect(writeAddress(readAddress(search))).toBe(search)
})

test('the same question is the same text, in whatever order it was typed', () => {
  expect(toSearch(fromSearch('to=2026-03-12&from=2025-09-01'))).toBe(
    'from=2025-09-01&to=2026-03-12',
  )
})

test('an address typed wrong still opens', () => {
  const { view, hidden, opened } = readAddress(
    'from=yesterday&corridor=mars&hide=sky&open=bottle:1&vintage=now',
  )
  expect({ view, hidden, opened }).toEqual({ view: {}, hidden: [], opened: null })
})
