import { expect, test, vi } from 'vitest'
import { once, remember } from './once.ts'

test('what was worked out of a list is not worked out again, and of an equal list it is', () => {
  const sum = vi.fn((numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0))
  const total = once(sum)
  const numbers = [1, 2]
  expect([total(numbers), total(numbers), total([1, 2])]).toEqual([3, 3, 3])
  expect(sum).toHaveBeenCalledTimes(2)
})

test('nothing found is remembered too', () => {
  const find = vi.fn((numbers: readonly number[]) => numbers.find((each) => each > 9))
  const large = once(find)
  const numbers = [1, 2]
  expect([large(numbers), large(numbers)]).toEqual([undefined, undefined])
  expect(find).toHaveBeenCalledTimes(1)
})

test('texts are remembered up to a number, so that foreign ones cannot fill the memory', () => {
  const work = vi.fn((text: string) => text.length)
  const length = remember(2, work)
  for (const text of ['a', 'bb', 'a', 'bb']) expect(length(text)).toBe(text.length)
  expect(work).toHaveBeenCalledTimes(2)
  for (const text of ['ccc', 'ccc', 'a']) expect(length(text)).toBe(text.length)
  expect(work).toHaveBeenCalledTimes(4)
})
