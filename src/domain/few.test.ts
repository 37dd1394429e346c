import { describe, expect, test } from 'vitest'
import {
  arrived,
  attack,
  bulletin,
  heardReport,
  price,
  queue,
  someReport,
} from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import { exactly } from './estimate.ts'
import { areFew } from './few.ts'
import type { Place } from './place.ts'
import { recordState } from './record-state.ts'
import type { Report } from './report.ts'
import type { Metric, Point } from './series.ts'
import { seriesOf } from './series-of.ts'
import { situationOf } from './situation-of.ts'
import type { HeadlineId } from './situation.ts'
import { sitesOf } from './sites.ts'

const place = (id: string, kind: Place['kind'] = 'town'): Place => ({
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
  parent: null,
  leg: null,
  axis: null,
  rank: 1,
  recordNames: [],
})
const atlas = makeAtlas(
  [place('mali', 'country'), ...['bamako', 'segou', 'mopti', 'kayes'].map((id) => place(id))],
  [],
  [],
)
const window = {
  from: '2026-01-05',
  to: '2026-01-25',
  at: '2026-01-25',
  known: null,
  vintage: null,
}

const timed = (day: string, at: string, hours: number) =>
  heardReport(day, queue({ waitHours: exactly(hours) }), { at })
const times = (n: number, make: () => Report) => Array.from({ length: n }, make)

function headline(id: HeadlineId, reports: Report[]) {
  const record = recordState(reports, window.to)
  const { headlines } = situationOf(reports, window, record, {}, atlas)
  return headlines.find((each) => each.id === id)
}
function lineOf(metric: Metric, key: string, reports: Report[]): Point[] {
  const { lines } = seriesOf(metric, reports, window, {}, atlas)
  return lines.find((line) => line.key === key)?.points ?? []
}
const inWeek = (from: string, points: Point[]) => points.find((point) => point.from === from)

describe('reports are too few for a figure', () => {
  const one = heardReport('2026-01-12', arrived(10))
  const [two, three] = [
    heardReport('2026-01-12', arrived(20)),
    heardReport('2026-01-13', arrived(30)),
  ]
  const page = someReport('2026-01-12', arrived(40))

  test.each([
    ['one of the field', [one], true],
    ['two', [one, two], true],
    ['two, of which one comes twice', [one, two, two], true],
    ['one beside a page', [one, page], true],
    ['three of the field', [one, two, three], false],
    ['a page alone', [page], false],
    ['none at all', [], false],
  ])('%s', (_, reports, expected) => expect(areFew(reports)).toBe(expected))
})

describe('a point of too few reports', () => {
  test('tells no more than that there are some: it is neither a gap nor a zero', () => {
    const [first, second, third] = lineOf('wait', 'bamako', [
      timed('2026-01-06', 'bamako', 3),
      ...times(3, () => timed('2026-01-13', 'bamako', 4)),
      ...times(3, () => timed('2026-01-20', 'bamako', 0)),
    ])
    expect(first).toEqual({
      from: '2026-01-05',
      to: '2026-01-11',
      low: null,
      best: null,
      high: null,
      lastDay: null,
      n: null,
      sources: null,
      basis: null,
      reporting: null,
      known: null,
      reports: [],
      withheld: true,
    })
    expect([second?.best, third?.best]).toEqual([4, 0])
    expect(second).not.toHaveProperty('withheld')
  })

  test('is left out of what stands behind the chart, which says that something is withheld', () => {
    const reports = [timed('2026-01-06', 'bamako', 3)]
    expect(seriesOf('wait', reports, window, {}, atlas)).toMatchObject({
      n: 0,
      sources: 0,
      sourceNames: [],
      asOf: null,
      caveats: ['withheld'],
      missing: ['withheld'],
    })
  })

  test('is what a page says of the same, where one does', () => {
    const share = (openShare: number) =>
      queue({ stations: { open: null, known: null, openShare, mostlyOpen: null } })
    const points = lineOf('stations', 'segou', [
      heardReport('2026-01-13', share(0.1), { at: 'segou' }),
      someReport('2026-01-13', share(0.6), { at: 'segou' }),
    ])
    expect(points).toMatchObject([{ best: 0.6, n: 1, sources: 1 }])
  })
})

describe('the wait of a week over all towns', () => {
  const enough = ['bamako', 'segou'].flatMap((at) => times(3, () => timed('2026-01-13', at, 4)))

  test('leaves out a town of too few, which its range would give away', () => {
    const all = lineOf('wait', 'all', [...enough, timed('2026-01-13', 'mopti', 40)])
    expect(inWeek('2026-01-12', all)).toMatchObject({ low: 4, best: 4, high: 4, n: 6 })
  })

  test('counts towns of one report each, where there are three of them', () => {
    const few = ['bamako', 'segou', 'mopti'].map((at, n) => timed('2026-01-13', at, n + 1))
    expect(inWeek('2026-01-12', lineOf('wait', 'all', few))).toMatchObject({ best: 2, n: 3 })
    expect(lineOf('wait', 'mopti', few)).toMatchObject([{ withheld: true }])
  })
})

describe('a key figure', () => {
  test('speaks of the last week that may be told, and compares it with another that may', () => {
    const reports = [
      ...times(3, () => timed('2026-01-06', 'bamako', 5)),
      timed('2026-01-13', 'bamako', 7),
      ...times(3, () => timed('2026-01-20', 'bamako', 9)),
    ]
    expect(headline('wait', reports)).toMatchObject({
      value: { best: 9 },
      previous: { value: { best: 5 } },
    })
    expect(headline('wait', reports.slice(0, 4))?.period?.from).toBe('2026-01-05')
  })

  test.each([
    ['wait', timed('2026-01-13', 'bamako', 7)],
    ['arrivals', heardReport('2026-01-13', arrived(30))],
    ['losses', heardReport('2026-01-13', attack({ tankersDestroyed: exactly(4) }))],
    ['premium', heardReport('2026-01-13', price(1500), { at: 'bamako' })],
    ['stations', heardReport('2026-01-13', bulletin('stations_resupplied_share', 0.4, 'share'))],
  ] as const)('of %s that one report of the field gives is withheld', (id, report) => {
    const ceilings = times(3, () => someReport('2026-01-01', price(775, { market: 'ceiling' })))
    expect(headline(id, [...ceilings, report])).toMatchObject({ value: null, n: 0, reports: [] })
    expect(headline(id, [...ceilings, report])?.missing).toContain('withheld')
  })

  test('of cover rests on no stock that one report of the field gives', () => {
    const arrivals = times(4, () => someReport('2026-01-24', arrived(300)))
    const stock = heardReport('2026-01-22', bulletin('days_of_cover', 12, 'days'))
    expect(headline('cover', [...arrivals, stock])?.value).toBeNull()
    const page = someReport('2026-01-22', bulletin('days_of_cover', 12, 'days'))
    expect(headline('cover', [...arrivals, page])?.value?.low).toBeGreaterThan(0)
  })

  test('has no part that would be left when the rest is taken away', () => {
    const lost = (day: string) => heardReport(day, attack({ tankersDestroyed: exactly(4) }))
    const early = { ...window, from: '2025-11-01' }
    const partsOf = (reports: Report[]) => {
      const record = recordState(reports, window.to)
      const { headlines } = situationOf(reports, early, record, {}, atlas)
      return headlines.find(({ id }) => id === 'losses')?.parts.map(({ key }) => key)
    }
    const recent = times(3, () => lost('2026-01-20'))
    expect(partsOf([...recent, ...times(3, () => lost('2025-11-20'))])).toContain('lost-28-days')
    expect(partsOf([...recent, lost('2025-11-20')])).toEqual(['attacks'])
  })
})

describe('a place', () => {
  test('names what is withheld, and shows an older figure where that may be told', () => {
    const old = times(3, () => timed('2026-01-06', 'segou', 5))
    const reports = [...old, timed('2026-01-20', 'segou', 9), timed('2026-01-20', 'kayes', 9)]
    const sites = sitesOf(reports, window, {}, atlas)
    expect(sites.find((site) => site.place === 'segou')?.readings).toMatchObject([
      { aspect: 'wait', value: { best: 5 } },
    ])
    expect(sites.find((site) => site.place === 'segou')).not.toHaveProperty('withheld')
    expect(sites.find((site) => site.place === 'kayes')).toMatchObject({
      readings: [],
      withheld: ['wait'],
      freshness: 'unknown',
    })
  })
})
