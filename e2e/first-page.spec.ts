import type { Page } from '@playwright/test'
import { FAILED_REQUEST, expect, test } from './product.ts'

/** Labels on the map find their spots a frame after it is drawn: a thousandth is a few pixels of one of them. */
const MOST_SHIFT = 0.001

test.describe('a reader without scripts', () => {
  test.use({ javaScriptEnabled: false })
  for (const [address, title, arrivals] of [
    ['/', '12 mars 2026', /519/],
    ['/?lang=en', '12 March 2026', /519/],
    ['/?at=2026-01-18', '18 janvier 2026', /875/],
  ] as const) {
    test(`reads the headline figures at ${address}`, async ({ page }) => {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
      const figures = page.getByRole('region', { name: /^(Chiffres clés|Key figures)$/ })
      await expect(figures.getByRole('listitem')).toHaveCount(6)
      await expect(figures.getByRole('listitem').first()).toContainText(arrivals)
      const corridors = page.getByRole('region', {
        name: /^(Les quatre corridors|The four ways in)$/,
      })
      await expect(corridors.getByRole('listitem')).toHaveCount(4)
      await expect(
        page
          .getByText(/12 (mars|March) 2026/)
          .filter({ visible: true })
          .last(),
      ).toBeVisible()
      await expect(page.getByRole('link', { name: /CSV|donn|data/i })).toBeVisible()
      // What would do nothing is not offered, and what will never come is not announced.
      await expect(page.getByRole('combobox')).toHaveCount(0)
      await expect(page.getByRole('status')).toHaveCount(0)
      await expect(page.locator('main')).toHaveCount(1)
    })
  }

  test('reads the other language too, of the same day', async ({ page }) => {
    await page.goto('/?at=2026-01-18')
    await page.getByRole('link', { name: 'In English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('18 January 2026')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

/** Where a text stands, and what it says: nothing of it may change when the script takes over what the server painted. */
const painting = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const around = texts.currentNode.parentElement
      if (!around?.closest('#root') || around.closest('[data-script], footer')) continue
      const { x, y, width } = around.getBoundingClientRect()
      found.push(`${texts.currentNode.nodeValue} ${[x, y, width].map(Math.round).join()}`)
    }
    return found
  })

for (const [address, lang, title, theme] of [
  ['/', 'fr', 'La situation au 12 mars 2026', 'light'],
  ['/?lang=en&at=2026-01-18', 'en', 'The situation on 18 January 2026', 'dark'],
] as const) {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`${address} is read at ${width} pixels before its script has come, and nothing moves when it has`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await page.addInitScript((chosen) => {
        localStorage.setItem('theme', chosen)
        const shifts: number[] = []
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as PerformanceEntry & { value: number }).value)
        }).observe({ type: 'layout-shift', buffered: true })
        Object.assign(globalThis, { shifts })
      }, theme)
      let letGo = () => {}
      const held = new Promise<void>((resolve) => (letGo = resolve))
      await page.route('**/assets/*.js', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(address, { waitUntil: 'commit' })
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      const before = await painting(page)
      expect(before.length).toBeGreaterThan(60)
      // Whoever has begun to tab through the page is not sent back to its top.
      const first = page.getByRole('region', { name: /^(Chiffres clés|Key figures)$/ })
      await first.getByRole('button').nth(1).focus()

      letGo()
      await expect(page.locator('.leaflet-container svg path').first()).toBeAttached()
      await page.waitForLoadState('networkidle')
      await expect(first.getByRole('button').nth(1)).toBeFocused()
      expect(await painting(page)).toEqual(before)
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
      expect(ids.length).toBe(new Set(ids).size)
      await expect(page.getByRole('combobox').first()).toHaveValue(theme)
      const shifts = await page.evaluate(
        () => (globalThis as unknown as { shifts: number[] }).shifts,
      )
      expect(shifts.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_SHIFT)
    })
  }
}

/** The map's place and what stands around it; and the middle of its canvases, as one picture. */
const lookOf = (page: Page, stage: string) =>
  page.evaluate(async (selector) => {
    const frame = document.querySelector<HTMLElement>(selector)
    if (!frame) return null
    const others = frame.parentElement?.querySelectorAll(':scope > ul') ?? []
    const boxes = [frame, ...others].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return [x, y, width, height].map(Math.round).join()
    })
    const { left, top, width, height } = frame.getBoundingClientRect()
    const sheet = Object.assign(document.createElement('canvas'), { width, height })
    const pen = sheet.getContext('2d')
    for (const canvas of frame.querySelectorAll('canvas')) {
      if (canvas.closest('.leaflet-sites-pane')) continue
      const box = canvas.getBoundingClientRect()
      pen?.drawImage(canvas, box.left - left, box.top - top, box.width, box.height)
    }
    // A picture is too much to hand over: it is left in the page, which says how much of it is another.
    const picture = pen?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
    const kept = globalThis as unknown as { picture?: Uint8ClampedArray }
    const before = kept.picture ?? new Uint8ClampedArray(picture.length)
    kept.picture = picture
    const isOther = (value: number, nth: number) => Math.abs(value - (before[nth] ?? 0)) > 24
    return { boxes, changed: picture.filter(isOther).length / picture.length }
  }, stage)

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test(`the map’s ground and ways in are seen at ${width} pixels before its code has come, and stay where they are`, async ({
    page,
    watch,
  }) => {
    await page.setViewportSize({ width, height })
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/assets/index*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.locator('[data-first-map] canvas')).toBeVisible()
    const before = await lookOf(page, '[data-first-map]')
    expect(before?.changed).toBeGreaterThan(0.5)
    // It is for the eye: nothing in it can be pressed, or read out twice.
    await expect(page.locator('[inert] [data-first-map]')).toBeAttached()
    expect(watch.requests.filter((request) => /geo\/base/.test(request.url()))).toEqual([])

    letGo()
    await expect(page.locator('[data-first-map]')).toHaveCount(0)
    // What comes below the map on a wide screen takes nothing of its height.
    await expect(page.getByRole('region', { name: 'Chronologie' })).toBeVisible()
    const after = await lookOf(page, '#map [role="region"]')
    expect(after?.boxes).toEqual(before?.boxes)
    expect(after?.changed).toBeLessThan(0.002)
    // What the first script has unpacked is not fetched again.
    expect(watch.requests.filter((request) => /geo\/(base|corr)/.test(request.url()))).toEqual([])
  })
}

test('a shared link shows title, figures and a picture that is really there', async ({
  page,
  request,
}) => {
  await page.goto('/?lang=en&at=2026-01-18')
  const meta = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')
  expect(await page.title()).toMatch(/18 January 2026/)
  expect(await meta('og:title')).toMatch(/18 January 2026/)
  expect(await meta('description')).toMatch(/875/)
  expect(await meta('og:description')).toMatch(/875/)
  expect(await meta('og:url')).toMatch(/at=2026-01-18/)
  const address = (await meta('og:image')) ?? ''
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/.+/)
  const picture = await request.get(address)
  expect(picture.headers()['content-type']).toBe('image/png')
  const bytes = await picture.body()
  // Width and height stand in a PNG's first chunk.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})

test('corrections have an address', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: /erreur|correction/i }).first()).toHaveAttribute(
    'href',
    'mailto:corrections@example.org',
  )
})

test('an address where nothing is says so, and leads home', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST)
  const answer = await page.goto('/nothing-here')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('link')).toHaveAttribute('href', '/')
})

test('an address typed wrongly still opens', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST)
  await page.goto('/?at=yesterday&corridor=mars&open=nothing:at-all')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12 mars 2026')
  await page.goto('/?from=2026-03-01&to=2025-01-01')
  await expect(page.getByRole('alert').first()).toContainText(/from|to/)
  await expect(
    page.getByRole('button', { name: /Vue de départ|Revenir|Réessayer/ }).first(),
  ).toBeVisible()
})
