import type { Page } from '@playwright/test'
import { expect, open, reachReports, settled, test, unfold } from './product.ts'

const MOST_REQUESTS = 16

/** The page's own measure of what jumped, from its first moment on. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const kept = { sum: 0, worst: [] as string[] }
    Object.assign(globalThis, { shifts: kept })
    type Shift = PerformanceEntry & {
      value: number
      hadRecentInput: boolean
      sources: { node: Node | null }[]
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue
        kept.sum += entry.value
        for (const { node } of entry.sources)
          if (node instanceof Element)
            kept.worst.push(`${entry.value.toFixed(3)} ${node.tagName} ${node.className}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

test('the first full view asks few questions, of this host alone, and none of them twice', async ({
  page,
  watch,
}) => {
  await page.goto('/')
  await settled(page)
  await page.waitForLoadState('networkidle')
  const urls = watch.requests
    .map((request) => request.url())
    .filter((url) => !/^(data|blob):/.test(url))
  expect(new Set(urls).size, urls.join('\n')).toBe(urls.length)
  expect(urls.length, urls.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS)
})

/** Requests for what `pattern` names are answered a second and a half later. */
async function hold(page: Page, pattern: string) {
  await page.route(pattern, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
}

test('the charts’ library is asked for once the map’s code is there', async ({ page, watch }) => {
  await hold(page, '**/assets/SituationMap*.js')
  await page.goto('/')
  await page.waitForTimeout(1200)
  const early = watch.requests.map((request) => request.url()).filter((url) => url.endsWith('.js'))
  expect(
    early.some((url) => /Drawing/.test(url)),
    early.join('\n'),
  ).toBe(false)
  await settled(page)
})

test('no chart is drawn before the map', async ({ page }) => {
  await hold(page, '**/geo/*.json')
  await page.goto('/')
  await page.waitForTimeout(1200)
  await expect(page.locator('.recharts-surface')).toHaveCount(0)
  await settled(page)
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
})

for (const width of [390, 1440]) {
  test(`nothing jumps on a slow line at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await watchShifts(page)
    await page.route('**/api/v1/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.continue()
    })
    await page.goto('/')
    await settled(page)
    await reachReports(page)
    const shifts = await page.evaluate(
      () => (globalThis as unknown as { shifts: { sum: number; worst: string[] } }).shifts,
    )
    expect(shifts.sum, shifts.worst.join('\n')).toBeLessThan(0.02)
  })
}

test('nothing sticks out sideways, from the narrowest phone to the widest screen', async ({
  page,
}) => {
  await open(page, '/')
  await unfold(page)
  for (const width of [360, 390, 768, 1440, 2560]) {
    await page.setViewportSize({ width, height: 900 })
    const widths = () =>
      page.evaluate((asked) => {
        const { scrollWidth, clientWidth } = document.documentElement
        const out = [...document.querySelectorAll('body *')].filter((element) => {
          const box = element.getBoundingClientRect()
          return box.width > 0 && box.right > clientWidth + 1
        })
        const names = out.slice(0, 5).map((element) => `${element.tagName} ${element.className}`)
        return scrollWidth <= clientWidth ? [] : [`${asked}: ${scrollWidth}`, ...names]
      }, width)
    await expect.poll(widths).toEqual([])
  }
})
