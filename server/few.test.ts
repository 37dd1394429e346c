import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HappeningsAnswer, SeriesAnswer, SitesAnswer } from '#contract/answers.ts'
import type { Axis } from '#domain/corridor.ts'
import type { Estimate } from '#domain/estimate.ts'
import type { ReportBody } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import { METRICS } from '#domain/series.ts'
import { Situation } from '#domain/situation.ts'
import { apiOver } from '#mocks/api-over.ts'
import { arrived } from '#testing/some-report.ts'
import { NOW, someDraft } from './noninterference/drafts.ts'
import type { Draft } from './store/store.ts'

const WINDOW = '?from=2026-08-01&to=2026-11-22'
const HOUR_MS = 3_600_000

type Unnamed = Omit<Draft, 'id'>

const named = (drafts: readonly Unnamed[]): Draft[] =>
  drafts.map((draft, n) => ({
    ...draft,
    id: `00000000-0000-4000-8000-${String(n + 1).padStart(12, '0')}`,
  }))

const isPublished = ({ sensitivity, source }: Unnamed) =>
  sensitivity === 'published' && source.url !== null

const published = someDraft.filter(isPublished)
/** Of the field, or said to be published and not where: bulletins and prices of every kind are public so. */
const unpublished = fc.oneof(
  someDraft.filter((draft) => !isPublished(draft)),
  published.map((draft) => ({ ...draft, source: { ...draft.source, url: null } })),
)

/** The same report with other numbers in it, and another word for what the station had. */
function withOtherNumbers<Of extends Unnamed>(draft: Of): Of {
  const other = (value: unknown): unknown => (typeof value === 'number' ? value * 7 + 13 : value)
  const estimate = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([end, number]) => [end, other(number)]))
  const body = Object.fromEntries(
    Object.entries(draft.body).map(([key, value]: [string, unknown]) => {
      if (key === 'availability') return [key, value === null ? null : opposite(value)]
      if (key === 'container') return [key, value]
      return [key, typeof value === 'object' && value !== null ? estimate(value) : other(value)]
    }),
  ) as ReportBody
  return { ...draft, body }
}

function opposite(availability: unknown) {
  return availability === 'out_of_stock' ? 'available' : 'out_of_stock'
}

/** A number of an answer that is made of reports, and of how many as it says itself; null where it does not say. */
type Made = { what: string; value: unknown; n: number | null }

/** Every such number. What one report says of itself stands beside them: words, pump prices, voices, decisions. */
async function madeFor(role: Role, drafts: readonly Draft[]): Promise<Made[]> {
  const { api } = await apiOver(drafts, { role })
  const ask = async (path: string): Promise<unknown> =>
    (await api.request(`/api/v1${path}${WINDOW}`)).json()
  const situation = Situation.parse(await ask('/situation'))
  const { series } = SeriesAnswer.parse(await ask(`/series/${METRICS.join(',')}`))
  const sites = SitesAnswer.parse(await ask('/sites'))
  const happenings = await Promise.all(
    ['/convoys', '/incidents'].map(async (path) => HappeningsAnswer.parse(await ask(path))),
  )
  const aspects = ['wait', 'stations', 'parallel-price']
  return [
    ...situation.headlines.map(({ id, value, previous, parts, references, n }) => ({
      what: `headline ${id}`,
      value: { value, previous, parts, references },
      n,
    })),
    ...situation.corridors.map(({ axis, status, reasons }) => ({
      what: `corridor ${axis}`,
      value: { status, counts: reasons.map(({ value }) => value) },
      n: null,
    })),
    ...series.flatMap(({ metric, lines, references }) => [
      { what: `references of ${metric}`, value: references, n: null },
      ...lines.flatMap(({ key, points }) =>
        points.map(({ from, to, low, best, high, reporting, n }) => ({
          what: `${metric} ${key} ${from} ${to}`,
          value: { low, best, high, reporting },
          n,
        })),
      ),
    ]),
    ...sites.features.flatMap(({ properties: { place, readings } }) =>
      readings
        .filter(({ aspect }) => aspects.includes(aspect))
        .map(({ aspect, value, state }) => ({
          what: `${aspect} in ${place}`,
          value: { value, state },
          n: null,
        })),
    ),
    ...happenings.flatMap((answer) =>
      answer.happenings.flatMap(({ id, accounts }) =>
        accounts.map(({ quantity, value, voices }) => ({
          what: `${quantity} of ${id}`,
          value,
          n: voices.length,
        })),
      ),
    ),
  ]
}

/** The numbers that are others in the two stores. */
async function changedFor(role: Role, drafts: readonly Unnamed[], few: readonly Unnamed[]) {
  const [before, after] = await Promise.all(
    [few, few.map(withOtherNumbers)].map((each) => madeFor(role, named([...drafts, ...each]))),
  )
  const written = (made: Made[] = []) => made.map((each) => JSON.stringify(each))
  const known = new Set(written(before))
  return (after ?? []).filter((each) => !known.has(JSON.stringify(each)))
}

describe('of fewer than three reports that nobody has published', () => {
  test('no figure is made for the public', async () => {
    const few = fc.array(unpublished, { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(few, async (drafts) => {
        expect(await changedFor('public', [], drafts)).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  test('none is made with what is published either, but where it rests on three', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(published, { maxLength: 6 }),
        fc.array(unpublished, { minLength: 1, maxLength: 2 }),
        async (drafts, few) => {
          const changed = await changedFor('public', drafts, few)
          expect(changed.filter(({ n }) => n !== null && n < 3)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)

  test('partners are told every figure, so the law can be broken', async () => {
    const drafts = [convoyOn('ne', 12), convoyOn('ne', 12)]
    const changed = await changedFor('partner', [], drafts)
    expect(changed.map(({ what }) => what)).toContain('headline arrivals')
    expect(await changedFor('public', [], drafts)).toEqual([])
  })
})

/** A convoy of the field that arrived in one and the same week. */
function convoyOn(axis: Axis | null, tankers: number): Unnamed {
  const observedAt = new Date(Date.parse('2026-11-03T10:00:00.000Z')).toISOString()
  return {
    body: arrived(tankers),
    observedAt,
    observedUntil: null,
    precision: 'hour',
    publishedAt: new Date(Date.parse(observedAt) + HOUR_MS).toISOString(),
    publishedAssumed: false,
    position: null,
    corridor: axis === null ? null : { axis, corridor: null, leg: null },
    source: { name: 'Partner', kind: 'partner', url: null, publishedOn: null },
    reliability: 'B',
    credibility: 2,
    review: 'unreviewed',
    sensitivity: 'restricted',
    event: null,
    note: null,
    reporter: null,
  }
}

describe('the routes of one week beside their sum', () => {
  const axis = fc.constantFrom(null, 'ci' as const, 'sn' as const, 'gn' as const, 'ne' as const)
  const tankers = fc.integer({ min: 1, max: 300 })
  const convoy = fc.tuple(axis, tankers)

  async function ask(some: readonly (readonly [Axis | null, number])[]) {
    const { api } = await apiOver(named(some.map(([way, count]) => convoyOn(way, count))))
    const answer: unknown = await (await api.request(`/api/v1/series/arrivals${WINDOW}`)).json()
    const lines = SeriesAnswer.parse(answer).series.flatMap((series) => series.lines)
    const [total, ...ways] = ['all', 'unstated', 'ci', 'sn', 'gn', 'ne'].map((key) => ({
      key,
      point: lines
        .find((line) => line.key === key)
        ?.points.find(({ from }) => from === '2026-11-02'),
    }))
    return {
      total: total?.point,
      told: ways.flatMap(({ key, point }) => (point && isTold(point) ? [{ key, ...point }] : [])),
    }
  }

  test('tell nothing of fewer than three convoys', async () => {
    const few = fc.array(convoy, { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(few, async (some) => {
        const { total, told } = await ask(some)
        expect(total).toMatchObject({ withheld: true, best: null, n: null, reports: [] })
        expect(told).toEqual([])
      }),
      { numRuns: 50 },
    )
  }, 120_000)

  test('give no route away of which fewer than three speak, and add up', async () => {
    const enough = fc.array(convoy, { minLength: 3, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(enough, async (some) => {
        const { total, told } = await ask(some)
        expect(told.reduce((sum, { low }) => sum + (low ?? 0), 0)).toBe(total?.low)
        const speak = (key: string) => some.filter(([way]) => way === key).length
        const stated = told.filter(({ key }) => key !== 'unstated').map(({ key }) => speak(key))
        expect(Math.min(3, ...stated)).toBe(3)
        const rest = some.length - stated.reduce((sum, n) => sum + n, 0)
        expect([1, 2]).not.toContain(rest)
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})

function isTold({ low, best, high }: Estimate): boolean {
  return low !== null || best !== null || high !== null
}

test('in a table of the series a withheld week is a word, and a gap is not', async () => {
  const { api } = await apiOver(named([convoyOn('ci', 40)]))
  const csv = await (await api.request(`/api/v1/series/arrivals.csv${WINDOW}`)).text()
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  const week = (from: string) => rows.find((row) => row['line'] === 'all' && row['from'] === from)
  expect(week('2026-11-02')).toMatchObject({ best: '', n: '', basis: 'withheld', reports: '' })
  expect(week('2026-11-09')).toMatchObject({ best: '', n: '0', basis: '' })
})

test('what the gate marks is in the answer, so that others count as we do', async () => {
  const { api } = await apiOver(named([convoyOn('ci', 40)]))
  const listed: unknown = await (await api.request(`/api/v1/reports${WINDOW}`)).json()
  expect(listed).toMatchObject({ reports: [{ inCompany: true }] })
  expect(Date.parse(NOW)).toBeGreaterThan(Date.parse('2026-11-03'))
})
