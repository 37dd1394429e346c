import { expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { HappeningsAnswer, SeriesAnswer } from '#contract/answers.ts'
import { ReportAnswer, ReportsAnswer } from '#contract/report-answers.ts'
import type { Point } from '#domain/series.ts'
import { Situation } from '#domain/situation.ts'
import { apiOver, recordDrafts, TEST_RECEIVED } from '#mocks/api-over.ts'

const { api } = await apiOver('record')
const [someDraft] = await recordDrafts()
if (someDraft === undefined) throw new Error('the record is empty')

async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await (await api.request(`/api/v1${path}`)).json())
}

async function pointOf(metric: string, line: string, from: string): Promise<Point | undefined> {
  const { series } = await ask(`/series/${metric}`, SeriesAnswer)
  const lines = series.flatMap(({ lines }) => lines)
  return lines.find(({ key }) => key === line)?.points.find((point) => point.from === from)
}

const tankersIn = async (day: string) => {
  const { happenings } = await ask(`/convoys?from=${day}&to=${day}`, HappeningsAnswer)
  return happenings
    .flatMap(({ accounts }) => accounts)
    .find(({ quantity }) => quantity === 'tankersArrived')
}

test('petrol’s official price on 15 October 2025 is 775 francs a litre', async () => {
  expect(await pointOf('prices', 'official-petrol', '2025-10-15')).toMatchObject({
    best: 775,
    low: 775,
    high: 775,
  })
})

test.each([
  ['2026-01-12', 875, 'an authority’s figure for the whole week'],
  ['2025-12-15', 350, 'the week’s figure, which contains the 300 of the 16th'],
  ['2025-11-17', 250, 'a total beats its two parts: not 500'],
  ['2025-10-06', 300, 'two witnesses of one convoy: not 600'],
])('in the week of %s, %d tankers arrived: %s', async (from, best) => {
  expect(await pointOf('arrivals', 'all', from)).toMatchObject({ best })
})

test('on 22 November 2025, 250 tankers arrived, and both convoys are named', async () => {
  const account = await tankersIn('2025-11-22')
  expect(account?.value).toEqual({ low: 250, best: 250, high: 250 })
  expect(
    account?.voices.map(({ value }) => value.best).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  ).toEqual([82, 168, 250])
})

test('on 7 October 2025, 300 tankers arrived, and two sources say so', async () => {
  const account = await tankersIn('2025-10-07')
  expect(account?.value?.best).toBe(300)
  expect(account?.voices).toHaveLength(2)
})

test('the attack of 14 September 2025 shows every source’s figure, and keeps claims out of the range', async () => {
  const { happenings } = await ask('/incidents?from=2025-09-14&to=2025-09-14', HappeningsAnswer)
  const attack = happenings.find(({ id }) => id === 'attack-2025-09-14')
  const account = attack?.accounts.find(({ quantity }) => quantity === 'tankersDestroyed')
  expect(account?.value).toEqual({ low: 20, best: 40, high: 40 })
  expect(account?.voices.map(({ value }) => value.best)).toEqual([40, 20, 40])
  expect(
    account?.claims.map(({ value }) => value.best).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  ).toEqual([3, 80, 130])
})

test('a report opens with its event’s other reports', async () => {
  const { happenings } = await ask('/incidents?from=2025-09-14&to=2025-09-14', HappeningsAnswer)
  const [id = ''] = happenings.find((each) => each.id === 'attack-2025-09-14')?.reports ?? []
  const { report, revisions, happening, related } = await ask(`/reports/${id}`, ReportAnswer)
  expect(report.id).toBe(id)
  expect(revisions.map(({ revision }) => revision)).toEqual([1])
  expect(happening?.id).toBe('attack-2025-09-14')
  expect(related).toHaveLength((happening?.reports.length ?? 0) - 1)
})

test('the screen opens on the last day with an eligible report and says how long silence has lasted', async () => {
  const { window, record } = await ask('/situation', Situation)
  expect(window).toMatchObject({
    from: '2025-08-25',
    to: '2026-03-12',
    at: '2026-03-12',
    vintage: TEST_RECEIVED,
  })
  expect(record).toMatchObject({ reports: 327, lastAny: '2026-06-01', daysSilent: 255 })
})

test('what was not published yet is not known: 22 November is empty as known on the 21st', async () => {
  const week = '/series/arrivals?from=2025-11-17&to=2025-11-23'
  const known = await ask(`${week}&known=2025-11-21`, SeriesAnswer)
  const today = await ask(week, SeriesAnswer)
  const bestOf = ({ series }: SeriesAnswer) =>
    series[0]?.lines.find(({ key }) => key === 'all')?.points.map(({ best }) => best) ?? []
  expect(bestOf(today)).toEqual([250])
  expect(bestOf(known)).not.toContain(250)
  const { reports } = await ask(
    '/reports?from=2025-11-22&to=2025-11-22&known=2025-11-21',
    ReportsAnswer,
  )
  expect(reports.filter(({ observedAt }) => observedAt.startsWith('2025-11-22'))).toEqual([])
})

test('a vintage before the import holds nothing, and one after it holds all of it', async () => {
  const before = await ask('/reports?vintage=2026-11-20T07:59:59Z', ReportsAnswer)
  expect(before).toMatchObject({ total: 0, reports: [], next: null })
  const after = await ask(`/situation?vintage=${TEST_RECEIVED}`, Situation)
  expect(after.record.reports).toBe((await recordDrafts()).length)
})

test.each([
  '/series/wait,prices,arrivals,losses,litres,stations',
  '/sites',
  '/incidents',
  '/reports',
])('what %s answers now is what a pin of it gives later', async (path) => {
  const live = await (await api.request(`/api/v1${path}`)).text()
  const { window } = JSON.parse(live) as { window: { vintage: string } }
  const pinned = await (await api.request(`/api/v1${path}?vintage=${window.vintage}`)).text()
  expect(pinned).toBe(live)
})

test('a pinned answer stays what it was when a fact is corrected and another comes in', async () => {
  const [, ...rest] = await recordDrafts()
  const { api, store } = await apiOver(rest)
  const question = async (path: string) => (await api.request(`/api/v1${path}`)).text()
  const { window } = Situation.parse(JSON.parse(await question('/situation')))
  const pinned = `/series/arrivals,prices?from=2025-08-25&to=2026-03-12&vintage=${window.vintage}`
  const asPinned = await question(pinned)
  await store.append([someDraft, ...rest.map((draft) => ({ ...draft, credibility: 5 as const }))])
  expect(await question(pinned)).toBe(asPinned)
  expect(await question('/series/arrivals,prices?from=2025-08-25&to=2026-03-12')).not.toBe(asPinned)
})

test('paging through the record meets every report once, newest first', async () => {
  const window = 'from=2006-05-01&to=2026-04-30'
  const met: string[] = []
  let [cursor, days]: [string | null, string[]] = ['', []]
  while (cursor !== null) {
    const page: ReportsAnswer = await ask(
      `/reports?${window}&limit=37${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      ReportsAnswer,
    )
    met.push(...page.reports.map(({ id }) => id))
    days.push(...page.reports.map(({ observedAt }) => observedAt))
    expect(page.total).toBeGreaterThan(300)
    cursor = page.next
  }
  const { total } = await ask(`/reports?${window}&limit=1`, ReportsAnswer)
  expect(met).toHaveLength(total)
  expect(new Set(met).size).toBe(total)
  expect(days).toEqual(days.toSorted().toReversed())
})

test('reports can be asked for by kind, corridor, place and product', async () => {
  const kinds = await ask('/reports?kind=price&product=petrol&limit=500', ReportsAnswer)
  expect(kinds.reports.length).toBeGreaterThan(5)
  for (const { body } of kinds.reports) {
    expect(body.kind).toBe('price')
    expect(['petrol', null]).toContain(body.kind === 'price' ? body.product : '')
  }
  const { total } = await ask('/reports', ReportsAnswer)
  const onAxis = await ask('/reports?corridor=sn', ReportsAnswer)
  const inTown = await ask('/reports?place=bamako&limit=500', ReportsAnswer)
  expect(onAxis.total).toBeGreaterThan(0)
  expect(onAxis.total).toBeLessThan(total)
  expect(inTown.reports.map(({ position }) => position?.place)).toContain('bamako')
})

test('a moment named in the question ends the list there', async () => {
  const { reports } = await ask(
    '/reports?from=2025-10-01&to=2025-10-31&at=2025-10-10&limit=1',
    ReportsAnswer,
  )
  expect(reports[0]?.observedAt.slice(0, 10) ?? '').toBe('2025-10-10')
})

test('a report that is hidden and one that never was get the same answer', async () => {
  const { api } = await apiOver([{ ...someDraft, sensitivity: 'confidential' }])
  const answers = await Promise.all(
    [someDraft.id, '00000000-0000-4000-8000-000000000000'].map(async (id) => {
      const response = await api.request(`/api/v1/reports/${id}`)
      return [response.status, [...response.headers], await response.text()]
    }),
  )
  expect(answers[0]?.[0]).toBe(404)
  expect(answers[0]).toEqual(answers[1])
})
