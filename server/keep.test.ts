import { expect, test } from 'vitest'
import { keeper } from './keep.ts'

const text = (value: string) => value.length

test('who asks while a value is being made waits for that one', async () => {
  const keep = keeper(100, text)
  let made = 0
  const make = async () => {
    made += 1
    return 'a'
  }
  await Promise.all([keep('x', make), keep('x', make), keep('x', make)])
  await keep('x', make)
  expect(made).toBe(1)
})

test('what was longest unused goes when there is no room', async () => {
  const keep = keeper(10, text)
  const made: string[] = []
  const ask = (key: string) =>
    keep(key, async () => {
      made.push(key)
      return '12345'
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('a failure is not kept', async () => {
  const keep = keeper(10, text)
  await expect(keep('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await keep('x', async () => 'yes')).toBe('yes')
})

test('what is heavier than all may be is given to whoever waits for it, and pushes nothing out', async () => {
  const keep = keeper(10, text, 5)
  const made: string[] = []
  const ask = (key: string) =>
    keep(key, async () => {
      made.push(key)
      return key
    })
  await ask('small')
  expect(await Promise.all([ask('much too large'), ask('much too large')])).toHaveLength(2)
  await ask('small')
  await ask('much too large')
  expect(made).toEqual(['small', 'much too large', 'much too large'])
})
