import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { testAtlas } from '#mocks/api-over.ts'
import { calibrationTable, measured, QUANTITIES, SEEDS, truthOf } from './calibration.ts'

const atlas = await testAtlas()
const found = measured(SEEDS.map((seed) => truthOf(atlas, seed)))

test.each(found.map(({ quantity, values }) => ({ ...quantity, values })))(
  'over twenty seeds, $name stays where the public record puts it',
  ({ values, band: [low, high] }) => {
    expect(values).toHaveLength(20)
    expect(values.filter((value) => !(value >= low && value <= high))).toEqual([])
  },
)

test('what was not there to be measured lies in no band', () => {
  for (const quantity of QUANTITIES) {
    const [low, high] = quantity.band
    const value = quantity.measure([])
    expect(value >= low && value <= high).toBe(false)
  }
})

test('the seeds are not all alike', () => {
  for (const { values } of found.slice(1, 7)) expect(new Set(values).size).toBeGreaterThan(15)
})

test('the page on the simulation gives the numbers that are measured', async () => {
  expect(await readFile('docs/simulation.md', 'utf8')).toContain(calibrationTable(found))
})
