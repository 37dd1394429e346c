import { expect, test } from 'vitest'
import { mostFrequent } from './most-frequent.ts'

test('the most frequent come first, equals by the alphabet, and no more than were asked for', () => {
  const times = new Map(Object.entries({ DW: 1, RFI: 2, BBC: 1, AFP: 1 }))
  expect(mostFrequent(times, 3)).toEqual(['RFI', 'AFP', 'BBC'])
  expect(mostFrequent(new Map(), 3)).toEqual([])
})
