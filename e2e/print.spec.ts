import { expect, open, settled, test } from './product.ts'

test('the screen can be printed: black on white, on few pages, with the figures', async ({
  page,
}) => {
  await open(page, '/')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setViewportSize({ width: 794, height: 1123 })
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(0)
  expect(pages).toBeLessThanOrEqual(12)
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  )
  expect(paper).toMatch(/rgb\((25\d|24\d), |rgba\(0, 0, 0, 0\)/)
  const clipped = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    // A map is larger than its frame, which cuts it off.
    return [...document.querySelectorAll('main *:not(.leaflet-container *)')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    ).length
  })
  expect(clipped).toBe(0)
})

test('charts that nobody scrolled to are on the paper too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await settled(page)
  const panels = page.locator('#charts [role="slider"] > div > div:has(> div)')
  const drawn = panels.locator('svg:not(svg svg)')
  expect(await drawn.count()).toBeLessThan(await panels.count())
  await page.pdf({ format: 'A4' })
  expect(await drawn.count()).toBe(await panels.count())
})
