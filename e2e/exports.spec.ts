import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { download, expect, FAILED_REQUEST, open, part, tableOf, test } from './product.ts'

async function saved(page: Page, button: Locator) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

const rowsOf = (text: string): Record<string, string>[] =>
  parse<Record<string, string>>(text, { columns: true, bom: true })

test('the CSV of a chart holds the numbers of its table', async ({ page }) => {
  await open(page, '/')
  const { cells } = await tableOf(page, 'arrivals')
  const { name, text } = await saved(page, download(page, 'arrivals'))
  expect(name).toMatch(/\.csv$/)
  expect(text.startsWith('\uFEFF'), 'spreadsheets read its accents').toBe(true)
  const rows = rowsOf(text)
  expect(rows.length).toBeGreaterThan(20)
  const week = rows.filter((row) => JSON.stringify(row).includes('2026-01-12'))
  expect(week.flatMap((row) => Object.values(row))).toContain('875')
  expect(cells(/12–18 janv\. 2026/, /./)).toContainEqual(expect.stringMatching(/^875/))
  // Unknown is an empty cell, not a zero.
  const [silent] = rows.filter((row) => JSON.stringify(row).includes('2025-09-22'))
  expect(Object.values(silent ?? {})).toContain('')
})

test('the CSV of the reports holds every report of the window, safe for a spreadsheet', async ({
  page,
}) => {
  await open(page, '/')
  const reports = part(page, /Derniers rapports/)
  const { name, text } = await saved(page, reports.getByRole('button', { name: 'CSV' }))
  expect(name).toMatch(/\.csv$/)
  const rows = rowsOf(text)
  const shown = Number(/(\d+) rapports/.exec(await reports.innerText())?.[1])
  const ids = new Set(rows.map((row) => row['id'] ?? row['report'] ?? ''))
  expect(ids.size).toBe(shown)
  for (const row of rows)
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
})

test('the GeoJSON of the reports is one', async ({ page }) => {
  await open(page, '/')
  const reports = part(page, /Derniers rapports/)
  const { text } = await saved(page, reports.getByRole('button', { name: 'GeoJSON' }))
  const collection = JSON.parse(text) as { type: string; features: unknown[] }
  expect(collection.type).toBe('FeatureCollection')
  expect(collection.features.length).toBeGreaterThan(200)
})

test('a download that fails says so where it was asked for', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST)
  await open(page, '/')
  await page.route('**/*.csv*', (route) => route.abort())
  await download(page, 'prices').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.unroute('**/*.csv*')
  await saved(page, download(page, 'prices'))
  await expect(page.getByRole('alert')).toHaveCount(0)
})
