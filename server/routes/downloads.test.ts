import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { SeriesAnswer, SitesAnswer } from '#contract/answers.ts'
import { ReportsAnswer } from '#contract/report-answers.ts'
import { apiOver, recordDrafts } from '#mocks/api-over.ts'

const { api } = await apiOver('record')
const [someDraft] = await recordDrafts()
if (someDraft === undefined) throw new Error('the record is empty')

async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await (await api.request(`/api/v1${path}`)).json())
}

test('the CSV of a chart holds the very numbers of the chart', async () => {
  const question = 'arrivals,losses?from=2025-10-01&to=2026-02-28'
  const { series } = await ask(`/series/${question}`, SeriesAnswer)
  const response = await api.request(`/api/v1/series/${question.replace('?', '.csv?')}`)
  expect(response.headers.get('Content-Disposition')).toBe(
    'attachment; filename="jauge-arrivals-losses-2025-10-01-2026-02-28.csv"',
  )
  const rows = parse<Record<string, string>>(await response.text(), { columns: true })
  const drawn = series.flatMap(({ metric, lines }) =>
    lines.flatMap(({ key, points }) =>
      points.map(({ from, best, n }) => [
        metric,
        key,
        from,
        best === null ? '' : String(best),
        String(n),
      ]),
    ),
  )
  expect(drawn.length).toBeGreaterThan(20)
  expect(
    rows.map((row) => [row['metric'], row['line'], row['from'], row['best'], row['n']]),
  ).toEqual(drawn)
})

test('the reports’ CSV reads back whole: every report, its source and the mode of its data', async () => {
  const { total } = await ask('/reports?limit=1', ReportsAnswer)
  const response = await api.request('/api/v1/reports.csv')
  const rows = parse<Record<string, string>>(await response.text(), { columns: true })
  expect(new Set(rows.map((row) => row['id'])).size).toBe(total)
  expect(
    rows.every((row) => row['source_url']?.startsWith('http') && row['data_mode'] === 'live'),
  ).toBe(true)
})

test('a reader may ask for the bare text, and for a mark that helps a spreadsheet read accents', async () => {
  const textOf = async (search: string) => {
    const response = await api.request(`/api/v1/reports.csv?kind=price${search}`)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  }
  expect(await textOf('&bom=1')).toBe(`\uFEFF${await textOf('')}`)
  const { api: evil } = await apiOver([{ ...someDraft, note: '=cmd()' }])
  const cell = async (search: string) => (await evil.request(`/api/v1/reports.csv${search}`)).text()
  expect(await cell('')).toContain(",'=cmd(),live")
  expect(await cell('?raw=1')).toContain(',=cmd(),live')
})

test('sites are GeoJSON with longitude first, and a place without a position has no geometry', async () => {
  const { features } = await ask('/sites', SitesAnswer)
  const bamako = features.find(({ id }) => id === 'bamako')
  expect(bamako?.geometry?.coordinates).toEqual([-8, 12.649])
  for (const { geometry, properties } of features) {
    expect(geometry === null).toBe(properties.position.lat === null)
  }
})
