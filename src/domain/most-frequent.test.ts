import { expect, test } from 'vitest'
import { mostFrequent } from './most-frequent.ts'

test('the most frequent come first, equals by the alphabet, and no more than were asked for', () => {
  expect(mostFrequent(['RFI', 'BBC', 'RFI', 'AFP', 'DW'], 3)).toEqual(['RFI', 'AFP', 'BBC'])
  expect(mostFrequent([], 3)).toEqual([])
})
