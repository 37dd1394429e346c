import { expect, test } from 'vitest'
import { sameItems, sameText } from './use-same.ts'

test('a list of the same things is the same, and one of copies is not', () => {
  const [a, b] = [{ id: 1 }, { id: 2 }]
  expect(sameItems([a, b], [a, b])).toBe(true)
  expect(sameItems([a, b], [b, a])).toBe(false)
  expect(sameItems([a], [{ ...a }])).toBe(false)
})

test('what is written alike is the same, unless it is too long to be written out', () => {
  expect(sameText([{ status: 'cut' }], [{ status: 'cut' }])).toBe(true)
  expect(sameText([{ status: 'cut' }], [{ status: 'open' }])).toBe(false)
  const many = Array.from({ length: 1000 }, (_, nth) => ({ nth }))
  expect(sameText(many, [...many])).toBe(false)
})
