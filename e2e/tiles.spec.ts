import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'

const GREEN = [120, 180, 90]
const TILE = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">
  <rect width="256" height="256" fill="rgb(${GREEN.join()})"/>
</svg>`
const TILES = {
  url: '/tiles/{z}/{x}/{y}.png',
  attribution: '© Exemple, qui demande une mention assez longue',
}

/** The page as a deployment gives it that has tiles of its own; whether they come is another matter. */
async function withTiles(page: Page, come: boolean) {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      expect(text).toContain('"tiles":null')
      const body = text.replace('"tiles":null', `"tiles":${JSON.stringify(TILES)}`)
      await route.fulfill({ response, body })
    },
  )
  await page.route('**/tiles/**', (route) =>
    come
      ? route.fulfill({ body: TILE, contentType: 'image/svg+xml' })
      : new Promise(() => void route),
  )
  await page.goto('/')
  await expect(page.locator('[data-first-map]')).toHaveCount(0)
}

/** How much of the map, as it is seen, is of a colour. */
async function shareOf(page: Page, color: readonly number[]): Promise<number> {
  const picture = await page.locator('#map [role="region"]').screenshot()
  return page.evaluate(
    async ({ base64, color }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      pen?.drawImage(bitmap, 0, 0)
      const dots = pen?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
      let found = 0
      for (let i = 0; i < dots.length; i += 4)
        if (color.every((part, nth) => Math.abs((dots[i + nth] ?? 0) - part) <= 2)) found += 1
      return found / (dots.length / 4)
    },
    { base64: picture.toString('base64'), color },
  )
}

/** As src/ui/tokens.css has it: Mali and the countries on the ways to it. */
const LAND = [251, 249, 244]

test('the land of a deployment’s tiles is seen, with the marks on it', async ({ page }) => {
  await withTiles(page, true)
  await expect.poll(() => shareOf(page, GREEN)).toBeGreaterThan(0.6)
  await expect(page.getByRole('button', { name: /^Bamako/ }).first()).toBeVisible()
})

test('until tiles have come, or where they never do, the land is our own', async ({ page }) => {
  await withTiles(page, false)
  await expect(page.getByText(TILES.attribution)).toBeVisible()
  await expect.poll(() => shareOf(page, LAND)).toBeGreaterThan(0.3)
})

test('the credit of tiles leaves the day of the map to be read, on a phone too', async ({
  page,
}) => {
  for (const width of [360, 390, 600, 800, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    await withTiles(page, true)
    const credit = page.locator('[data-over-map]', { hasText: TILES.attribution })
    const day = page.locator('[data-over-map]', { hasText: /^12 mars 2026/ })
    await expect(credit).toBeVisible()
    const [below, above] = [await credit.boundingBox(), await day.boundingBox()]
    if (!below || !above) throw new Error('There is no credit, or no day.')
    const isClear = above.y + above.height <= below.y || above.x + above.width <= below.x
    expect(isClear, `${width} pixels`).toBe(true)
  }
})
