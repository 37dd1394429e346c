import { expect, test } from 'vitest'
import { diceFor } from './random.ts'

const throws = (seed: number, purpose: string) => {
  const dice = diceFor(seed, purpose)
  return Array.from({ length: 50 }, () => dice.below(1_000_000))
}

test('the same seed and purpose throw the same, another seed or purpose something else', () => {
  expect(throws(7, 'queues')).toEqual(throws(7, 'queues'))
  expect(throws(7, 'queues')).not.toEqual(throws(8, 'queues'))
  expect(throws(7, 'queues')).not.toEqual(throws(7, 'prices'))
})

test('the first numbers are these, in every engine', () => {
  expect(throws(1, 'test').slice(0, 4)).toEqual([253_400, 452_326, 704_059, 138_543])
})

test('throws spread evenly over what they are asked for', () => {
  const dice = diceFor(3, 'spread')
  const counts = Array.from({ length: 10 }, () => 0)
  for (let nth = 0; nth < 20_000; nth += 1) {
    const face = dice.below(10)
    counts[face] = (counts[face] ?? 0) + 1
  }
  expect(Math.min(...counts)).toBeGreaterThan(1_800)
  expect(Math.max(...counts)).toBeLessThan(2_200)
})

test('ids are UUIDs of version 4, and no two alike', () => {
  const dice = diceFor(1, 'ids')
  const ids = Array.from({ length: 20_000 }, () => dice.uuid())
  expect(new Set(ids).size).toBe(20_000)
  const isVersion4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(ids.filter((id) => !isVersion4.test(id))).toEqual([])
})
