import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { startHost } from './host-page.ts'
import { expect, FAILED_REQUEST, test } from './product.ts'

let host: Awaited<ReturnType<typeof startHost>>
test.beforeAll(async () => {
  host = await startHost()
})
test.afterAll(() => host.close())

const preview = (page: Page) => page.frameLocator('iframe').last()
const title = (page: Page) => preview(page).getByRole('heading', { level: 1 })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check()

/** What a newsroom's page shows once the code stands in its article. */
async function publishedOn(page: Page, code: string) {
  const article = await page.context().newPage()
  await article.goto(host.url(code))
  return { article, frame: article.frameLocator('iframe') }
}

test.describe('a journalist on deadline', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('has the chart in the article after two clicks, and finds the situation as it was', async ({
    page,
  }) => {
    await page.goto('/?from=2025-11-01&to=2026-02-28&lang=en')
    await page.getByRole('link', { name: 'Share: arrivals' }).click()
    await expect(page).toHaveURL(/\/embed\?chart=arrivals&from=2025-11-01&to=2026-02-28&lang=en$/)
    await expect(title(page)).toContainText('tankers')
    await page.getByRole('button', { name: 'Copy: Iframe code' }).click()
    await expect(page.getByText('Copied: Iframe code.')).toBeVisible()

    const code = await clipboard(page)
    expect(code).toBe(await page.getByRole('textbox', { name: /text to copy/ }).inputValue())
    expect(code).toMatch(/\/embed\/arrivals\?from=2025-11-01&amp;to=2026-02-28&amp;lang=en"/)
    const shown = await title(page).innerText()
    const { article, frame } = await publishedOn(page, code)
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(shown)
    await article.close()

    await choose(page, 'Losses')
    await expect(title(page)).not.toHaveText(shown)
    await page.goBack()
    await expect(page).toHaveURL(/\/\?from=2025-11-01&to=2026-02-28&lang=en$/)
  })

  test('pins the map in French, and the code with script fits it to the page', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/embed?chart=corridors&lang=fr')
    await expect(title(page)).toContainText('Les routes du carburant')
    await choose(page, 'Figé')
    await expect(page.getByText(/^Figé au \d/)).toBeVisible()
    await expect(preview(page).getByText(/ils ne changeront pas/)).toBeVisible()
    // By the keys, as some readers do.
    await page.getByRole('button', { name: 'Copier\u202f: Code avec script' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Copié\u202f: Code avec script.')).toBeVisible()

    const { article, frame } = await publishedOn(page, await clipboard(page))
    await expect(frame.getByText(/ils ne changeront pas/)).toBeVisible()
    await expect(async () => {
      const given = await article.locator('iframe').evaluate((element) => element.clientHeight)
      const needed = await frame.locator('body').evaluate((body) => body.scrollHeight)
      expect(Math.abs(given - needed)).toBeLessThanOrEqual(1)
    }).toPass()
    await article.close()
  })
})

test('the preview is as high as the chart, at each width', async ({ page }) => {
  await page.goto('/embed?chart=prices&lang=en')
  for (const width of ['Phone · 320 px', 'Column · 640 px', 'Full page · 1200 px']) {
    await choose(page, width)
    await expect(async () => {
      const given = await page
        .locator('iframe')
        .last()
        .evaluate((element) => element.clientHeight)
      const needed = await preview(page)
        .locator('body')
        .evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
      expect(given, width).toBe(needed)
    }).toPass()
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide, `nothing sticks out at ${width}`).toBe(0)
  }
})

for (const drawnBy of ['the server', 'the browser'] as const)
  test(`a picture is saved, drawn by ${drawnBy}`, async ({ page, watch }) => {
    watch.forgiven.push(FAILED_REQUEST)
    const problem = { type: 'about:blank', title: 'No renderer', status: 501 }
    if (drawnBy === 'the browser')
      await page.route('**/charts/*.png*', (route) => route.fulfill({ status: 501, json: problem }))
    await page.goto('/embed?chart=litres&lang=fr')
    await expect(title(page)).toBeVisible()
    for (const [name, scale] of [
      ['Télécharger\u202f: PNG', 1],
      ['Télécharger\u202f: PNG × 2', 2],
    ] as const) {
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).click()
      const file = await saving
      expect(file.suggestedFilename()).toMatch(/^jauge-litres-2025-08-25-2026-03-12(-2x)?\.png$/)
      const bytes = await readFile(await file.path())
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      expect(bytes.readUInt32BE(16)).toBe(640 * scale)
    }
  })

for (const lang of ['fr', 'en'] as const)
  for (const width of [390, 1440])
    test(`axe finds nothing in the studio in ${lang} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: lang === 'fr' ? 'dark' : 'light' })
      await page.goto(`/embed?chart=wait&from=2025-10-01&to=2025-12-31&height=420&lang=${lang}`)
      await expect(title(page)).toBeVisible()
      await expect(page.getByRole('region', { name: /^Citation$/ })).toBeVisible()
      expect(await findings(page)).toEqual([])
    })
