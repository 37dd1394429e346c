import { expect, test } from 'vitest'
import { arrived, attack, bulletin, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import { exactly } from './estimate.ts'
import { happeningOf, happeningsOf } from './happenings.ts'
import { lossesOf } from './losses.ts'

const atlas = makeAtlas([], [], [])
const window = {
  from: '2025-09-01',
  to: '2026-03-12',
  at: '2026-03-12',
  known: null,
  vintage: null,
}
const burned = (tankers: number) => attack({ tankersDestroyed: exactly(tankers) })
const reports = [
  someReport('2025-09-14', burned(40), { event: ['a', 'best'] }),
  someReport('2025-09-14', burned(20), { event: ['a', 'low'], credibility: 3 }),
  someReport('2025-09-14', burned(130), {
    event: ['a', 'claim'],
    credibility: 5,
    reliability: 'D',
  }),
  someReport('2025-09-14', attack({ peopleKilled: exactly(3) }), { event: ['a', 'detail'] }),
]

test('an attack is one happening with every source’s figure, claims apart', () => {
  const [only, ...more] = happeningsOf('incident', reports, window, {}, atlas)
  expect(more).toEqual([])
  const tankers = only?.accounts.find(({ quantity }) => quantity === 'tankersDestroyed')
  expect(tankers?.value).toEqual({ low: 20, best: 40, high: 40 })
  expect(tankers?.voices.map(({ value }) => value.best)).toEqual([40, 20])
  expect(tankers?.claims.map(({ value, code }) => [value.best, code])).toEqual([[130, 'D5']])
  expect(only?.claim).toBe(false)
})

test('what only a claim tells of is shown as a claim and costs no tankers', () => {
  const claim = [someReport('2025-10-11', burned(9), { credibility: 4 })]
  expect(happeningsOf('incident', claim, window, {}, atlas)[0]?.claim).toBe(true)
  expect(lossesOf(claim)).toEqual([])
})

test('a count that is told as a band is not told as its lower end', () => {
  const band = { low: 20, best: null, high: 50 }
  const convoy = someReport('2025-11-27', { ...arrived(0), tankersArrived: band })
  const [only] = happeningsOf('convoy', [convoy], window, {}, atlas)
  const tankers = only?.accounts.find(({ quantity }) => quantity === 'tankersArrived')
  expect(tankers?.voices.map(({ value }) => value)).toEqual([band])
})

test('an attack after the moment shown is not there yet', () => {
  expect(happeningsOf('incident', reports, { ...window, at: '2025-09-13' }, {}, atlas)).toEqual([])
})

test('a convoy known to the week is not there before the day its source names', () => {
  const convoy = someReport('2025-11-27', arrived(200), { precision: 'week' })
  const on = (at: string) => happeningsOf('convoy', [convoy], { ...window, at }, {}, atlas)
  expect(on('2025-11-24')).toEqual([])
  expect(on('2025-11-27')).toHaveLength(1)
})

test('tankers taken away are lost as much as those burned; smuggled cans and quarrels at the pump are no loss of supply', () => {
  const taken = [someReport('2025-10-28', attack({ tankersCaptured: exactly(40) }))]
  expect(lossesOf(taken)[0]?.tankers).toEqual(exactly(40))
  expect(
    lossesOf([someReport('2025-10-28', attack({ type: 'seizure', cansSeized: exactly(9) }))]),
  ).toEqual([])
  expect(
    lossesOf([someReport('2025-10-28', attack({ type: 'station_unrest', events: 1 }))]),
  ).toEqual([])
})

test('an attack without a toll is a loss of unknown size, not of none', () => {
  expect(lossesOf([someReport('2026-01-03', attack({ events: 1 }))])[0]).toMatchObject({
    tankers: null,
  })
})

test('a single figure quoted is no happening', () => {
  const quoted = someReport('2026-01-20', bulletin('ration_litres', 30, 'L'))
  expect(happeningOf(quoted.id, [quoted], window)).toBeNull()
})

test('a source that gives no figure has no voice: an unknown is not told as a zero', () => {
  const blank = { low: null, best: null, high: null }
  const told = [someReport('2025-10-28', attack({ tankersDestroyed: blank }))]
  const [only] = happeningsOf('incident', told, window, {}, atlas)
  expect(only?.accounts.flatMap(({ voices }) => voices)).toEqual([])
})
