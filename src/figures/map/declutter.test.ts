import { expect, test } from 'vitest'
import { declutter } from './declutter.ts'
import type { Box, Name } from './declutter.ts'
import { layOut } from './lay-out.ts'

const name = (id: string, x: number, y: number, change: Partial<Name> = {}): Name => ({
  id,
  x,
  y,
  width: 60,
  height: 15,
  rank: 2,
  reach: 5,
  sides: ['right', 'left', 'above', 'below'],
  ...change,
})

test('a lone name stands to the right of its place', () => {
  expect(declutter([name('kayes', 100, 100)], []).get('kayes')).toMatchObject({
    left: 5,
    top: -7.5,
  })
})

test('the place of higher rank keeps its name, and the other steps aside', () => {
  const placed = declutter([name('kati', 100, 100), name('bamako', 102, 104, { rank: 1 })], [])
  expect(placed.get('bamako')?.left).toBe(5)
  expect(placed.get('kati')?.left).toBeLessThan(0)
})

test('a name without any room is left out rather than printed over another', () => {
  const wall: Box = { left: 0, top: 0, width: 400, height: 400 }
  expect(declutter([name('diboli', 200, 200)], [wall]).has('diboli')).toBe(false)
})

test('no two names ever share a pixel, however crowded the road', () => {
  const crowd = Array.from({ length: 60 }, (_, i) => name(`n${i}`, (i * 37) % 300, (i * 53) % 200))
  const placed = declutter(crowd, [])
  const boxes = crowd.flatMap(({ id, x, y }) => {
    const box = placed.get(id)
    return box ? [{ ...box, left: box.left + x, top: box.top + y }] : []
  })
  expect(boxes.length).toBeGreaterThan(10)
  expect(boxes.length).toBeLessThan(60)
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const apart = a.left + a.width <= b.left || b.left + b.width <= a.left
      expect(apart || a.top + a.height <= b.top || b.top + b.height <= a.top).toBe(true)
    }
})

test('the same places are named every time', () => {
  const crowd = Array.from({ length: 30 }, (_, i) => name(`n${i}`, (i * 29) % 120, (i * 31) % 90))
  expect([...declutter(crowd, [])]).toEqual([...declutter(crowd, [])])
})

const nothing = { hard: [], soft: [], news: [], names: [], symbols: [] }

test('the name of a town gives way to what is known there', () => {
  const chip = name('site bamako', 100, 100, { sides: ['right'] })
  const room = layOut({ ...nothing, news: [chip], names: [name('bamako', 100, 100)] })
  expect(room.get('site bamako')?.left).toBe(5)
  expect(room.get('bamako')?.left).not.toBe(5)
})

test('a convoy is shown even where incidents take all the room, a reading is not', () => {
  const crowded = { ...nothing, soft: [{ left: 0, top: 0, width: 400, height: 400 }] }
  const convoy = name('convoy', 200, 200, { must: true })
  expect(layOut({ ...crowded, news: [convoy] }).has('convoy')).toBe(true)
  expect(layOut({ ...crowded, news: [name('site', 200, 200)] }).has('site')).toBe(false)
})
