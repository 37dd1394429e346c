import { readFile } from 'node:fs/promises'
import { ask, DEMO } from './demo.ts'
import { download, expect, FAILED_REQUEST, reachReports, settled, test } from './product.ts'

test.use({ baseURL: DEMO })

const SCREENS = {
  fr: { mark: /DÉMO – données simulées/, home: /La situation au/, method: /Méthode/ },
  en: { mark: /DEMO – simulated data/, home: /The situation on/, method: /Method/ },
} as const

for (const lang of ['fr', 'en'] as const) {
  const words = SCREENS[lang]
  test(`every screen of the static files opens in ${lang}, from the file or a deep link`, async ({
    page,
    watch,
  }) => {
    // A static host says 404 to what is no file, and sends the demo's page with it.
    watch.forgiven.push(FAILED_REQUEST)
    const deep = await page.goto(`${DEMO}method?lang=${lang}&seed=2`)
    expect(deep?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('heading', { level: 1, name: words.method })).toBeVisible()
    await expect(page.getByText(words.mark).first()).toBeVisible()
    await expect(page).toHaveTitle(words.method)

    await page.getByRole('link', { name: /^Jauge/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.home })).toBeVisible()
    expect(new URL(page.url()).search).toContain('seed=2')
    await settled(page)
    await reachReports(page)
    await expect(page.getByText(words.mark).first()).toBeAttached()
    expect((await ask(page, 'api/v1/situation')).mode).toBe('demo')

    await page.reload()
    await settled(page)
    await expect(page.getByRole('heading', { level: 1, name: words.home })).toBeVisible()

    await page.goto(`${DEMO}nowhere?lang=${lang}`)
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1, name: words.home })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/jauge/')
  })
}

test('the language is changed in place, and what the address asks of the demo stays', async ({
  page,
}) => {
  await page.goto(`${DEMO}?scenario=calm&seed=5&role=analyst&utm_source=x`)
  await settled(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /The situation on/ })).toBeVisible()
  const asked = new URL(page.url()).searchParams
  expect(Object.fromEntries(asked)).toEqual({
    lang: 'en',
    scenario: 'calm',
    seed: '5',
    role: 'analyst',
    utm_source: 'x',
  })
})

test('the year is made beside the page, which stays free meanwhile', async ({ page }) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  // How long its tasks are hangs on the machine, and is measured by the bench; where the year is made does not.
  await page.route('**/assets/worker-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(DEMO)
  await expect(page.getByRole('status')).toContainText('La démonstration se prépare')
  await page.waitForLoadState('load')
  await page.waitForTimeout(1500)
  const title = page.getByRole('heading', { level: 1, name: /La situation/ })
  await expect(title).toHaveCount(0)
  letGo()
  await expect(title).toBeVisible()
  expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
    expect.stringMatching(/assets\/worker-[^/]+\.js$/),
  ])
})

test('a chart’s CSV says that it is of the demo, in its name and in each row', async ({ page }) => {
  await page.goto(`${DEMO}?lang=fr`)
  await settled(page)
  const [file] = await Promise.all([page.waitForEvent('download'), download(page, 'wait').click()])
  expect(file.suggestedFilename()).toMatch(/demo.*\.csv$/)
  const [, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter((row) => !/\bdemo\b/.test(row))).toEqual([])
})
