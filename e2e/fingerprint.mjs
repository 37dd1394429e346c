import { register } from 'tsx/esm/api'

// Tells the history of a scenario in Node, and prints its fingerprint: `node e2e/fingerprint.mjs blockade 1`.
register()
const { loadAtlas } = await import('#server/atlas.ts')
const { historyFingerprint } = await import('#mocks/demo/fingerprint.ts')
const { withStations } = await import('#mocks/simulator/stations.ts')

const [scenario, seedText] = process.argv.slice(2)
const seed = Number(seedText)
const atlas = withStations(await loadAtlas('public/geo'), seed)
console.log(await historyFingerprint({ scenario, seed, atlas }))
