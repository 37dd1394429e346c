import { test as base, expect } from '@playwright/test'
import type { Locator, Page, Request, Route } from '@playwright/test'

/** What a reader never sees and we always listen for. */
type Watch = {
  /** Console errors, warnings and uncaught errors. */
  complaints: string[]
  /** What a test that breaks something on purpose makes the browser itself note. */
  forgiven: RegExp[]
  /** Every request that left the page, in order. */
  requests: Request[]
}

/**
 * A page that is watched: whatever a test is about, it fails when the product complains in the console or asks
 * another host for anything.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const watch: Watch = { complaints: [], forgiven: [], requests: [] }
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          watch.complaints.push(message.text())
      })
      page.on('pageerror', (error) => watch.complaints.push(String(error)))
      page.on('request', (request) => watch.requests.push(request))
      await use(watch)
      const complaints = watch.complaints.filter(
        (text) => !watch.forgiven.some((pattern) => pattern.test(text)),
      )
      expect(complaints, 'the console stays silent').toEqual([])
      const foreign = watch.requests
        .map((request) => request.url())
        .filter(
          (url) =>
            !/^(data|blob|about|file):/.test(url) &&
            !url.startsWith(`${baseURL ? new URL(baseURL).origin : ''}/`),
        )
      expect(foreign, 'no other host is asked').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens a screen and waits until everything on it has come: figures, map, charts, reports. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
  await reachReports(page)
  await page.evaluate(() => scrollTo(0, 0))
}

/** Goes down to the reports, which come when somebody comes near. */
export async function reachReports(page: Page): Promise<void> {
  await page.locator('#reports').scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'GeoJSON' })).toBeVisible()
}

/** Goes along all the charts, each of which is drawn when somebody comes near. */
export async function reachCharts(page: Page): Promise<void> {
  const panels = '#charts [role="slider"] > div > div:has(> div)'
  for (const panel of await page.locator(panels).all()) {
    await panel.scrollIntoViewIfNeeded()
    await expect(panel.locator('svg').first()).toBeAttached()
  }
  await page.evaluate(() => scrollTo(0, 0))
}

/** The first full view: figures, map and charts are drawn. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('.leaflet-corridors-pane canvas').first()).toBeAttached()
  await expect(page.getByRole('button', { name: /^(Tableau|Table)$/ }).first()).toBeVisible()
  // A chart is drawn once its reader comes near, which on a phone is not from the top of the page.
  await page.locator('#charts [role="slider"]').first().scrollIntoViewIfNeeded()
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
  await page.evaluate(() => scrollTo(0, 0))
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** A titled part of the screen, by what its title says. */
export const part = (page: Page, title: RegExp) => page.getByRole('region', { name: title })

/** What the download of each chart is called: its title says a figure, and changes with it. */
const DOWNLOADS = {
  wait: /(?=.*CSV)(?=.*(attente|wait))/i,
  prices: /(?=.*CSV)(?=.*(prix|price))/i,
  arrivals: /(?=.*CSV)(?=.*(arrivé|arriv))/i,
  litres: /(?=.*CSV)(?=.*volume)/i,
  stations: /(?=.*CSV)(?=.*station)/i,
} as const
export type Chart = keyof typeof DOWNLOADS

/** The frame of a chart; the innermost region, since the part that holds all the charts holds its button too. */
export function chart(page: Page, about: Chart) {
  return page
    .getByRole('region')
    .filter({ has: page.getByRole('button', { name: DOWNLOADS[about] }) })
    .last()
}

export const download = (page: Page, about: Chart) =>
  page.getByRole('button', { name: DOWNLOADS[about] })

/** The numbers of a chart as text: rows by their period, cells by their column. */
export async function tableOf(page: Page, about: Chart) {
  const frame = chart(page, about)
  const toggle = frame.getByRole('button', { name: /^(Tableau|Table)$/ })
  if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click()
  const table = frame.getByRole('table')
  await expect(table).toBeVisible()
  const rows = await table.evaluate((element) =>
    [...element.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
    ),
  )
  const [head = [], ...body] = rows
  return {
    head,
    /** The cells of the row of a period, those only whose column says `column`. */
    cells: (period: RegExp, column: RegExp): string[] => {
      const found = body.filter(([name = '']) => period.test(name))
      expect(found, `one row for ${period}`).toHaveLength(1)
      return head.flatMap((name, index) =>
        column.test(name) && index > 0 ? [found[0]?.[index] ?? ''] : [],
      )
    },
  }
}

/** Opens every table and everything that is folded away. */
export async function unfold(page: Page): Promise<void> {
  for (const toggle of await page.getByRole('button', { name: /^(Tableau|Table)$/ }).all())
    if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click()
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
}

/** What the browser notes of a request that failed. */
export const FAILED_REQUEST = /Failed to load resource/

export const alerts = (page: Page): Locator => page.getByRole('alert')

/** Tries again wherever it is offered, until nothing complains any more. */
export async function retryUntilWhole(page: Page): Promise<void> {
  await expect(async () => {
    const retry = page.getByRole('button', { name: /Réessayer|Try again/ })
    if ((await retry.count()) > 0) await retry.first().click({ timeout: 1000 })
    await expect(alerts(page)).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 20_000, intervals: [100] })
}

/** The page as it comes where the server could answer no more than the situation into it. */
export async function withTheSituationAlone(route: Route): Promise<void> {
  const response = await route.fetch()
  const page = await response.text()
  const others = /<script [^>]*id="jauge-(?:sites|convoys|incidents)".*?<\/script>/gs
  expect(page.match(others)).toHaveLength(3)
  await route.fulfill({ response, body: page.replaceAll(others, '') })
}
