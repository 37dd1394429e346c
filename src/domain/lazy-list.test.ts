import { expect, test } from 'vitest'
import { lazyList } from './lazy-list.ts'

function counted() {
  let filled = 0
  const list = lazyList<string>(2, (items) => {
    filled += 1
    items.push('a', 'b')
  })
  return { list, filled: () => filled }
}

test('is filled once, when somebody reads an item', () => {
  const { list, filled } = counted()
  expect(list.length).toBe(2)
  expect(filled()).toBe(0)
  expect([list[1], [...list], list.map((item) => item)]).toEqual(['b', ['a', 'b'], ['a', 'b']])
  expect(filled()).toBe(1)
})

test('is not filled by being waited for', async () => {
  const { list, filled } = counted()
  expect(await Promise.resolve(list)).toBe(list)
  expect(await (async () => list)()).toBe(list)
  expect(filled()).toBe(0)
})
