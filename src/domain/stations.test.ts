import { expect, test } from 'vitest'
import { queue, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import type { Place } from './place.ts'
import type { QueueBody } from './queue-report.ts'
import type { Report } from './report.ts'
import { stationsHeadline } from './site-headlines.ts'
import { stationsSeries } from './site-series.ts'
import { hasFuel, stationShares } from './stations.ts'

const place = (id: string, kind: Place['kind'], parent: string | null = null): Place => ({
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
const station = (id: string) => place(id, 'station', id.split('/')[0])
const places = [
  place('bamako', 'capital'),
  place('bamako-commune-1', 'quarter', 'bamako'),
  place('segou', 'town'),
  ...['bamako/a', 'bamako/b', 'bamako-commune-1/c', 'bamako-commune-1/d'].map(station),
]
const atlas = makeAtlas(places, [], [])

const atPump = { facility: 'open', availability: 'available' } as const
/** A field report of a station, dated to the hour. */
function seen(
  at: string,
  hour: string,
  body: Partial<QueueBody>,
  change: Pick<Report, 'credibility'> = { credibility: 2 },
) {
  const source = { name: 'Relais 1', kind: 'community' as const, url: null, publishedOn: null }
  const observedAt = `${hour}:00:00.000Z`
  const day = hour.slice(0, 10)
  return someReport(day, queue(body), { at, source, observedAt, precision: 'minute', ...change })
}

test.each<[Partial<QueueBody>, boolean | null]>([
  [{ facility: 'open', availability: 'available' }, true],
  [{ facility: 'open', availability: 'rationed' }, true],
  [{ facility: 'open_priority_only', availability: 'low' }, true],
  [{ facility: null, availability: 'available' }, true],
  [{ facility: 'open', availability: 'out_of_stock' }, false],
  [{ facility: 'closed_temporary', availability: 'available' }, false],
  [{ facility: 'destroyed', availability: null }, false],
  [{ facility: 'open', availability: null }, null],
  [{ facility: 'open', availability: 'not_sold' }, null],
  [{ facility: null, availability: 'unknown' }, null],
])('a station of which %j is told has fuel: %s', (body, expected) =>
  expect(hasFuel(queue(body))).toBe(expected),
)

test('each station counts once a week, by its newest report, and silent ones in the census alone', () => {
  const reports = [
    seen('bamako/a', '2025-10-06T08', atPump),
    seen('bamako/a', '2025-10-09T08', { availability: 'out_of_stock' }),
    seen('bamako/a', '2025-10-08T08', atPump),
    seen('bamako-commune-1/c', '2025-10-07T08', atPump),
    seen('bamako/b', '2025-10-07T08', { queueSeen: true }),
    seen('bamako-commune-1/d', '2025-10-07T08', atPump, { credibility: 5 }),
    seen('bamako/b', '2025-10-13T08', atPump),
  ]
  expect(stationShares(reports, atlas)).toMatchObject([
    {
      period: { from: '2025-10-06' },
      place: 'bamako',
      reporting: 2,
      known: 4,
      value: { best: 0.5 },
    },
    { period: { from: '2025-10-13' }, place: 'bamako', reporting: 1, known: 4, value: { best: 1 } },
  ])
})

test('what is told of a town and not of a station is no share of its stations', () => {
  expect(stationShares([seen('bamako', '2025-10-07T08', atPump)], atlas)).toEqual([])
})

test('a reporter’s “most are dry” yields to stations reported on, a page’s does not', () => {
  const said = { stations: { open: null, known: null, openShare: null, mostlyOpen: false } }
  const reports = [
    seen('bamako/a', '2025-10-06T08', atPump),
    seen('bamako', '2025-10-07T08', said),
    seen('segou', '2025-10-07T08', said),
    someReport('2025-10-08', queue(said), { at: 'bamako' }),
  ]
  const told = stationShares(reports, atlas).map(({ place: town, period, known }) => {
    return [town, period.from, known]
  })
  expect(told).toEqual([
    ['bamako', '2025-10-06', 4],
    ['segou', '2025-10-07', null],
    ['bamako', '2025-10-08', 4],
  ])
})

test('the census is missing only where the atlas has no stations', () => {
  const window = {
    from: '2025-09-01',
    to: '2025-12-31',
    at: '2025-10-12',
    known: null,
    vintage: null,
  }
  const reports = [seen('bamako/a', '2025-10-06T08', atPump)]
  const question = { asked: reports, past: reports, window, atlas }
  expect(stationsHeadline(question)).toMatchObject({
    missing: [],
    n: 1,
    parts: [
      { key: 'reporting', value: { best: 1 } },
      { key: 'known', value: { best: 4 } },
    ],
  })
  const series = { reports, all: reports, window, filter: {}, atlas }
  expect(stationsSeries(series).missing).toEqual([])
  const unmapped = makeAtlas([place('bamako', 'capital')], [], [])
  const said = { stations: { open: 1, known: 2, openShare: null, mostlyOpen: null } }
  const quoted = [someReport('2025-10-08', queue(said), { at: 'bamako' })]
  expect(stationsHeadline({ ...question, asked: quoted, atlas: unmapped }).missing).toEqual([
    'station-census',
  ])
})
