import { expect, test } from 'vitest'
import { ownPurges } from './own-purges.ts'

test('tells the weeks that this process purged something from, each by its Monday', () => {
  const purges = ownPurges()
  purges.note({ days: ['2026-01-01'], tombstones: 1 })
  purges.note({ days: ['2026-01-07', '2026-01-12'], tombstones: 2 })
  expect(purges.between(0, 2)).toEqual(new Set(['2025-12-29', '2026-01-05', '2026-01-12']))
  expect(purges.between(1, 2)).toEqual(new Set(['2026-01-05', '2026-01-12']))
})

test('knows nothing once another process purged too', () => {
  const purges = ownPurges()
  purges.note({ days: ['2026-01-01'], tombstones: 2 })
  expect(purges.between(0, 2)).toBeNull()
})

test('takes no purge of a database that was emptied for one of the database that followed', () => {
  const purges = ownPurges()
  purges.note({ days: ['2026-01-01'], tombstones: 1 })
  purges.forget()
  expect(purges.between(0, 1)).toBeNull()
})
