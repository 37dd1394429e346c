import { loadAtlas } from '#server/atlas.ts'
import { calibrationTable, measured, SEEDS, truthOf } from './calibration.ts'

// The numbers of docs/simulation.md: npx tsx mocks/simulator/print-calibration.ts
const atlas = await loadAtlas('public/geo')
console.log(calibrationTable(measured(SEEDS.map((seed) => truthOf(atlas, seed)))))
