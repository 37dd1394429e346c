import { expect, test } from 'vitest'
import { queue, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import { exactly } from './estimate.ts'
import type { Place } from './place.ts'
import { stationShares } from './stations.ts'
import { median } from './spread.ts'
import { stretchesOfWaits, waitsByTown, waitsByWeek } from './waits.ts'

const town = (id: string, kind: Place['kind'] = 'town', parent: string | null = null): Place => ({
  id,
  name: id,
  nameFr: id,
  kind,
  country: 'MLI',
  admin1: null,
  admin1Pcode: null,
  pcode: null,
  lat: 12,
  lon: -8,
  precisionMetres: 2000,
  parent,
  leg: null,
  axis: null,
  rank: 1,
  recordNames: [],
})
const atlas = makeAtlas(
  [town('bamako'), town('mopti'), town('aci', 'quarter', 'bamako'), town('mali', 'country')],
  [],
  [],
)
const wait = (
  day: string,
  hours: number,
  at: string,
  change: Parameters<typeof someReport>[2] = {},
) => someReport(day, queue({ waitHours: exactly(hours) }), { at, ...change })

test.each([
  [[], null],
  [[3], 3],
  [[3, 8], 5.5],
  [[1, 2, 72], 2],
])('the median of %j is %s', (values, expected) => expect(median(values)).toBe(expected))

test('one busy town does not speak for the country', () => {
  const reports = [
    ...[10, 10, 10, 10].map((hours) => wait('2025-10-07', hours, 'bamako')),
    wait('2025-10-08', 4, 'aci'),
    wait('2025-10-09', 2, 'mopti'),
  ]
  const byTown = waitsByTown(reports, atlas)
  expect(byTown.map(({ place, value }) => [place, value.best])).toEqual([
    ['bamako', 10],
    ['mopti', 2],
  ])
  expect(waitsByWeek(stretchesOfWaits(reports, atlas))[0]?.value).toEqual({
    low: 2,
    best: 6,
    high: 10,
  })
})

const field = { name: 'Relais 1', kind: 'community' as const, url: null, publishedOn: null }

test('one busy station does not speak for its town', () => {
  const reports = [
    ...[9, 9, 9, 9].map((hours) => wait('2025-10-07', hours, 'bamako', { source: field })),
    wait('2025-10-08', 1, 'aci', { source: field }),
    wait('2025-10-09', 3, 'aci', { source: field }),
  ]
  expect(waitsByTown(reports, atlas)).toMatchObject([
    { place: 'bamako', value: { low: 1, best: 5.5, high: 9 }, reports: { length: 6 } },
  ])
})

test('of many stations the middle half is the range, not the two oddest', () => {
  const sites = Array.from({ length: 12 }, (_, n) => town(`bamako/${n}`, 'station', 'bamako'))
  const many = makeAtlas([town('bamako'), ...sites], [], [])
  const reports = sites.flatMap(({ id }, n) => [
    wait('2025-10-07', n === 0 ? 90 : 1 + n / 10, id, { source: field }),
    wait('2025-10-08', n === 0 ? 90 : 1 + n / 10, id, { source: field }),
  ])
  const [found] = waitsByTown(reports, many)
  expect(found?.value.best).toBeCloseTo(1.65)
  expect(found?.value.low).toBeCloseTo(1.35)
  expect(found?.value.high).toBeCloseTo(1.95)
})

test('a wait dated to the month belongs to no week, and a claim to no figure', () => {
  const reports = [
    wait('2025-12-01', 1, 'bamako', { precision: 'month' }),
    wait('2025-10-07', 90, 'bamako', { credibility: 5 }),
  ]
  expect(waitsByTown(reports, atlas)).toHaveLength(1)
  expect(waitsByWeek(stretchesOfWaits(reports, atlas))).toEqual([])
})

const stations = (change: object) =>
  queue({ stations: { open: null, known: null, openShare: null, mostlyOpen: null, ...change } })

test.each([
  [{ open: 4, known: 8 }, { low: 0.5, best: 0.5, high: 0.5 }, 'a count over its total'],
  [{ open: 0 }, { low: 0, best: 0, high: 0 }, 'none open is nought of any total'],
  [
    { mostlyOpen: true },
    { low: 0.5, best: null, high: 1 },
    '“most” is more than half and no more exact',
  ],
  [{ mostlyOpen: false }, { low: 0, best: null, high: 0.5 }, '“most are dry”'],
])('stations %j are a share of %j: %s', (change, expected, _because) => {
  expect(
    stationShares([someReport('2025-11-07', stations(change), { at: 'mopti' })], atlas)[0]?.value,
  ).toEqual(expected)
})

test('a count without its total is no share', () => {
  expect(
    stationShares([someReport('2025-11-07', stations({ open: 22 }), { at: 'mopti' })], atlas),
  ).toEqual([])
})

test('two accounts that contradict each other leave the whole span', () => {
  const [found] = stationShares(
    [true, false].map((mostlyOpen) =>
      someReport('2025-11-24', stations({ mostlyOpen }), { at: 'bamako' }),
    ),
    atlas,
  )
  expect(found?.value).toEqual({ low: 0, best: null, high: 1 })
})

test('the stations of one street are not all that its town has', () => {
  const street = someReport('2025-10-07', stations({ open: 4, known: 20 }), { at: 'aci' })
  const town = someReport('2025-10-08', stations({ known: 600 }), { at: 'bamako' })
  expect(stationShares([street], atlas)).toMatchObject([{ reporting: 20, known: null }])
  expect(stationShares([street, town], atlas)).toMatchObject([{ reporting: 20, known: 600 }])
})

test('waits come by the day they begin on and by towns; of one town’s two, the one known more finely last', () => {
  // A Monday, and the first of a month.
  const week = wait('2026-06-02', 3, 'bamako')
  const month = wait('2026-06-02', 24, 'bamako', { precision: 'month' })
  const longer = wait('2026-06-01', 48, 'bamako', { precision: 'month', until: '2026-07-03' })
  const other = wait('2026-06-03', 5, 'mopti', { precision: 'month' })
  const all = [week, other, longer, month]
  for (const reports of [all, all.toReversed()])
    expect(
      waitsByTown(reports, atlas).map(({ place, period, value }) => [place, period.to, value.best]),
    ).toEqual([
      ['bamako', '2026-07-03', 48],
      ['bamako', '2026-06-30', 24],
      ['bamako', '2026-06-07', 3],
      ['mopti', '2026-06-30', 5],
    ])
})
