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

test.each(['to=9999-12-31', 'at=0000-01-01', 'vintage=9999-12-31T00%3A00%3A00Z'])(
  '%s is out of reach: weeks up to there are not counted',
  (search) => expect(fromSearch(search)).toEqual({}),
)

test('an address typed wrong still opens', () => {
  const { view, hidden, opened } = readAddress(
    'from=yesterday&corridor=mars&hide=sky&open=bottle:1&vintage=now',
  )
  expect({ view, hidden, opened }).toEqual({ view: {}, hidden: [], opened: null })
})
