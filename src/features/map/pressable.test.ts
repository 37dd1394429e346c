import { expect, test } from 'vitest'
import { pressableOf } from './pressable.ts'

const at = (id: string, left: number) => ({ id, box: { left, top: 0, width: 24, height: 24 } })

test('a mark that another covers in part is drawn, but is no button', () => {
  const pressable = pressableOf([at('attack', 0), at('second', 10), at('third', 24)], [])
  expect([...pressable]).toEqual(['attack', 'third'])
})

test('no mark is a button under the tag of a way in', () => {
  expect(pressableOf([at('attack', 0)], [at('tag', 20).box]).size).toBe(0)
})
