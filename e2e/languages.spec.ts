import { readFileSync } from 'node:fs'
import { expect, open, reachReports, settled, test, unfold } from './product.ts'
import type { Page } from '@playwright/test'

/** Keys as they stand in the catalogues: none may reach a reader. */
const KEYS = ['charts', 'domain', 'map', 'method', 'screen', 'server', 'shell'].flatMap((name) =>
  Object.keys(JSON.parse(readFileSync(`src/i18n/fr/${name}.json`, 'utf8')) as object),
)

/** All that is read or read aloud: text, names, descriptions and values. */
const everyWord = (page: Page) =>
  page.evaluate(() => {
    const said = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder']
    const spoken = [...document.querySelectorAll('body *')].flatMap((element) =>
      said.map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.title, document.body.innerText, ...spoken].join('\n')
  })

async function expectOnlyWords(page: Page) {
  const words = await everyWord(page)
  expect(words).not.toMatch(/\{\w+(, ?(plural|select|number)|\})/)
  expect(words).not.toMatch(/\b(undefined|NaN|null|Invalid Date|\[object)\b/)
  const parts = new Set(words.split(/[\s,;()«»"]+/))
  expect(KEYS.filter((key) => key.includes('.') && parts.has(key))).toEqual([])
}

for (const lang of ['fr', 'en'] as const) {
  test(`nothing but words in ${lang}, wherever one looks on the screen`, async ({ page }) => {
    await open(page, `/?lang=${lang}`)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expectOnlyWords(page)
    await unfold(page)
    await expectOnlyWords(page)
  })

  test(`nothing but words in ${lang} where there is nothing to show`, async ({ page }) => {
    await page.goto(`/?lang=${lang}&from=2025-05-20&to=2025-06-10`)
    await reachReports(page)
    await expectOnlyWords(page)
  })
}

test('the language is changed in place, is in the address and survives a reload', async ({
  page,
}) => {
  await open(page, '/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/12 March 2026/)
  await expect(page).toHaveURL(/lang=en/)
  await page.reload()
  await settled(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/12 March 2026/)
})

test.describe('a reader whose browser asks for English', () => {
  test.use({ locale: 'en-GB' })
  test('is answered in English, figures and decimals too', async ({ page }) => {
    await open(page, '/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('main')).toContainText(/1,250 (CFA|F)/)
    await expect(page.locator('main')).toContainText(/1\.6/)
  })
})

test('a theme is chosen, shown at once and kept', async ({ page }) => {
  await open(page, '/')
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await page.getByRole('combobox', { name: /Thème/ }).selectOption({ label: 'Sombre' })
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()
  await page.reload()
  await settled(page)
  expect(await paper()).toBe(dark)
  await expect(page.getByRole('combobox', { name: /Thème/ })).toHaveValue('dark')
})

test.describe('a device set to dark', () => {
  test.use({ colorScheme: 'dark' })
  test('is given the dark theme, map included, before any script runs', async ({ page }) => {
    await page.goto('/', { waitUntil: 'commit' })
    await page.locator('body').waitFor({ state: 'attached' })
    const lightness = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const [r = 0, g = 0, b = 0] = getComputedStyle(element)
            .backgroundColor.match(/[\d.]+/g)
            ?.map(Number) ?? [255, 255, 255]
          return Math.max(r, g, b)
        })
    expect(await lightness('html')).toBeLessThan(80)
    await settled(page)
    expect(await lightness('.leaflet-container')).toBeLessThan(110)
  })
})
