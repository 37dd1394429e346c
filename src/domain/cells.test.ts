import { expect, test } from 'vitest'
import { cellsBy } from './cells.ts'

test('the same two texts are one cell, and cells come in the order they were made', () => {
  const cells = cellsBy((town, week) => ({ town, week, waits: 0 }))
  cells.at('segou', '2026-01-05').waits += 1
  cells.at('bamako', '2026-01-12').waits += 1
  cells.at('segou', '2026-01-12').waits += 1
  cells.at('segou', '2026-01-05').waits += 1
  expect([...cells.all()]).toEqual([
    ['segou 2026-01-05', { town: 'segou', week: '2026-01-05', waits: 2 }],
    ['bamako 2026-01-12', { town: 'bamako', week: '2026-01-12', waits: 1 }],
    ['segou 2026-01-12', { town: 'segou', week: '2026-01-12', waits: 1 }],
  ])
})
