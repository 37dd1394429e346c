import type { Page } from '@playwright/test'
import { expect, open, reachReports, test } from './product.ts'

/** What a browser refused on behalf of our own policy, on the page and in frames out of a text. */
async function refusals(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as { refused?: string[] }).refused ?? [])
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`)
    })
  })
})

test('what nobody wrote here does not run: a policy is in force', async ({ page, watch }) => {
  watch.forgiven.push(/Content Security Policy|violates the following/)
  await page.goto('/?lang=en')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.body.append(script)
    const base = document.createElement('base')
    base.href = 'https://elsewhere.test/'
    document.head.append(base)
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">hidden</p>')
    return 'ran' in globalThis
  })
  expect(ran).toBe(false)
  await expect
    .poll(async () => new Set((await refusals(page)).map((each) => each.split(':')[0])))
    .toEqual(new Set(['base-uri', 'script-src-elem', 'style-src-attr']))
})

for (const lang of ['fr', 'en']) {
  test(`the situation with all that comes later needs no more than its policy, in ${lang}`, async ({
    page,
  }) => {
    await open(page, `/?lang=${lang}`)
    await reachReports(page)
    await page.getByRole('button', { name: 'GeoJSON' }).scrollIntoViewIfNeeded()
    expect(await refusals(page)).toEqual([])
  })
}

for (const path of ['/method', '/sign-in', '/nothing'])
  test(`${path} needs no more than its policy`, async ({ page, watch }) => {
    if (path === '/nothing') watch.forgiven.push(/Failed to load resource/)
    await page.goto(`${path}?lang=en`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await refusals(page)).toEqual([])
  })

const STYLES = [
  ['Waits', 'Light', 'light'],
  ['Waits', 'Dark', 'dark'],
  ['Map', 'Light', 'light'],
  ['Map', 'Dark', 'dark'],
] as const

for (const base of ['', '/demo'])
  test(`the studio shows frames in their own style, and live, at ${base}/embed`, async ({
    page,
  }) => {
    test.slow()
    await page.goto(`${base}/embed?lang=en`)
    const frame = page.frameLocator('iframe').last()
    for (const [chart, theme, scheme] of STYLES) {
      await page.getByRole('radio', { name: chart, exact: true }).check()
      await page.getByRole('radio', { name: theme, exact: true }).check()
      // Its style says the scheme; its script lets the keys in.
      await expect(frame.locator('html')).toHaveCSS('color-scheme', scheme, { timeout: 30_000 })
      await expect(frame.locator('div.plot')).toHaveAttribute('tabindex', '0')
    }
    expect(await refusals(page)).toEqual([])
  })

test('the demo answers from its worker, draws its map and saves its files', async ({ page }) => {
  await page.goto('/demo/?lang=en')
  await expect(page.locator('.leaflet-corridors-pane canvas').first()).toBeAttached({
    timeout: 30_000,
  })
  await reachReports(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'GeoJSON' }).click()
  expect((await saved).suggestedFilename()).toContain('demo')
  expect(await refusals(page)).toEqual([])
})

test('a frame of the demo draws another view in a worker of its own', async ({ page }) => {
  await page.goto('/demo/embed/wait-en.html?last=30d')
  await expect(page.locator('#drawn')).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await refusals(page)).toEqual([])
})
