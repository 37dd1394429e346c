import { readFile } from 'node:fs/promises'
import type { FrameLocator, Page } from '@playwright/test'
import { DEMO } from './demo.ts'
import { RECEIVERS, startHost } from './host-page.ts'
import { expect, FAILED_REQUEST, settled, test } from './product.ts'

test.use({ baseURL: DEMO, locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] })

let host: Awaited<ReturnType<typeof startHost>>
test.beforeAll(async () => {
  host = await startHost()
})
test.afterAll(() => host.close())

const MARK = { fr: 'DÉMO – données simulées', en: 'DEMO – simulated data' }
const preview = (page: Page) => page.frameLocator('iframe').last()
const title = (frame: FrameLocator | Page) => frame.getByRole('heading', { level: 1 })
/** The marks in the drawing that is shown. */
const marked = (frame: FrameLocator | Page, lang: 'fr' | 'en') =>
  frame.locator('.plot svg:visible text', { hasText: MARK[lang] }).first()
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function copied(page: Page, what: string): Promise<string> {
  await page.getByRole('button', { name: `Copy: ${what}` }).click()
  await expect(page.getByText(`Copied: ${what}.`)).toBeVisible()
  return clipboard(page)
}

/** The frame is as high as what stands in it. */
async function heightFollows(page: Page): Promise<void> {
  await expect(async () => {
    const given = await page.locator('iframe').evaluate((element) => element.clientHeight)
    const needed = await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
    expect(Math.abs(given - needed)).toBeLessThanOrEqual(1)
  }).toPass()
}

test('a chart of the demo goes from its share button into an article, marked in the picture', async ({
  page,
}) => {
  await page.goto(`${DEMO}?lang=en`)
  await settled(page)
  await page.getByRole('link', { name: 'Share: arrivals' }).click()
  await expect(page).toHaveURL(/\/jauge\/embed\/?\?chart=arrivals&lang=en$/)
  await expect(marked(preview(page), 'en')).toBeVisible()

  const code = await copied(page, 'Iframe code')
  expect(code).toContain(`src="${DEMO}embed/arrivals-en.html"`)
  const article = await page.context().newPage()
  await article.goto(host.url(`<script>${RECEIVERS.newer}</script>${code}`))
  const frame = article.frameLocator('iframe')
  await expect(marked(frame, 'en')).toBeVisible()
  await expect(title(frame)).toHaveText(await title(preview(page)).innerText())
  await heightFollows(article)
  await article.setViewportSize({ width: 360, height: 800 })
  await heightFollows(article)
  // The pointer and the keys are there as everywhere.
  await frame.getByRole('slider').press('Home')
  await expect(frame.locator('.tip')).toBeVisible()
  // Its numbers lie beside it, and say of what they are.
  const csv = await frame.getByRole('link', { name: 'Data (CSV)' }).getAttribute('href')
  expect(await (await article.request.get(new URL(csv ?? '', DEMO).href)).text()).toContain(',demo')
  await article.close()
})

test('another country, window and language are the studio’s too, and the frame draws them', async ({
  page,
  watch,
}) => {
  await page.goto(`${DEMO}embed?chart=stations&last=90d&scenario=calm&seed=4&role=analyst&lang=en`)
  await expect(marked(preview(page), 'en')).toBeVisible()
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(title(preview(page))).toContainText('stations servies')
  const kept = { chart: 'stations', last: '90d', scenario: 'calm', seed: '4', role: 'analyst' }
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ ...kept, lang: 'fr' })
  await expect(page.locator('header a', { hasText: 'situation' })).toHaveAttribute(
    'href',
    '/jauge/?lang=fr&scenario=calm&seed=4&role=analyst',
  )

  // No server draws pixels here: the browser does, and notes that it was refused.
  watch.forgiven.push(FAILED_REQUEST)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger\u202f: PNG', exact: true }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^jauge-demo-stations-.*\.png$/)
  expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG')

  await page.getByRole('button', { name: 'Copier\u202f: Code avec script' }).click()
  await expect(page.getByText('Copié\u202f: Code avec script.')).toBeVisible()
  const code = await clipboard(page)
  expect(code).toContain(`${DEMO}embed/stations-fr.html?last=90d&amp;scenario=calm&amp;seed=4"`)
  expect(code).toContain(`src="${DEMO}embed.js"`)
  const article = await page.context().newPage()
  await article.goto(host.url(code))
  const frame = article.frameLocator('iframe')
  await expect(frame.locator('#drawn')).toHaveCount(0, { timeout: 20_000 })
  await expect(marked(frame, 'fr')).toBeVisible()
  await expect(title(frame)).toHaveText(await title(preview(page)).innerText())
  await heightFollows(article)
  const open = await frame.getByRole('link', { name: /Jauge/ }).getAttribute('href')
  expect(open).toMatch(/^\/jauge\/\?.*scenario=calm&seed=4$/)
  await expect(frame.getByRole('link', { name: /CSV/ })).toHaveAttribute('href', /^blob:/)
  await article.close()
})

test('a view that cannot be drawn leaves the one that was drawn ahead, and says which it is', async ({
  page,
}) => {
  await page.goto(`${DEMO}embed/prices-en-dark.html?place=atlantis`)
  await expect(page.getByRole('status')).toContainText('could not be drawn here', {
    timeout: 20_000,
  })
  await expect(page.getByRole('status')).toContainText('“blockade” scenario')
  await expect(marked(page, 'en')).toBeVisible()
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })
  test('the file that was drawn ahead is whole', async ({ page }) => {
    await page.goto(`${DEMO}embed/corridors-fr-dark.html?last=90d`)
    await expect(title(page)).toContainText('Les routes du carburant')
    await expect(marked(page, 'fr')).toBeVisible()
    await expect(page.getByText(/rapports à l’appui \(Démo-Presse/)).toBeVisible()
    await page.getByText('Les chiffres en tableau').click()
    await expect(page.getByRole('table')).toBeVisible()
    await expect(page.getByRole('status')).toContainText('Vue préparée d’avance')
  })
})
