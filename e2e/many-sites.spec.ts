import type { Page } from '@playwright/test'
import { expect, test, withTheSituationAlone } from './product.ts'

const MANY = 3000

/** As many sites in Mali, in place of those of the record. */
async function withManySites(page: Page) {
  await page.route('**/api/v1/sites*', async (route) => {
    const answer = await (await route.fetch()).json()
    const reading = {
      aspect: 'wait',
      product: null,
      value: { low: 3, best: 3, high: 3 },
      state: null,
      day: answer.window.at,
      freshness: 'fresh',
      code: 'B2',
      source: 'RFI',
      report: '00000000-0000-4000-8000-000000000001',
    }
    const features = Array.from({ length: MANY }, (_, nth) => {
      const [lat, lon] = [
        10.5 + ((nth * 7919) % 1300) / 100,
        -11.5 + ((nth * 104_729) % 1500) / 100,
      ]
      const place = `depot-${nth}`
      const position = { place, lat, lon, precisionMetres: 30 }
      const own = { place, position, readings: [reading], freshness: 'fresh', data_mode: 'live' }
      const geometry = { type: 'Point', coordinates: [lon, lat] }
      return { type: 'Feature', id: place, geometry, properties: own }
    })
    await route.fulfill({ json: { ...answer, features } })
  })
  await page.route((url) => url.pathname === '/', withTheSituationAlone)
  await page.goto('/')
  await expect(page.getByRole('group', { name: /3.000 lieux sur la carte/ })).toBeVisible()
}

test('thousands of sites are few elements, and some of them are buttons', async ({ page }) => {
  await withManySites(page)
  expect(await page.locator('.leaflet-container *').count()).toBeLessThan(600)
  const reachable = page.getByRole('button', { name: /^depot-\d+, 3 h/ })
  const count = await reachable.count()
  expect(count).toBeGreaterThan(10)
  expect(count).toBeLessThanOrEqual(40)
})

test('the legend says what those that crowd are drawn as', async ({ page }) => {
  await withManySites(page)
  await page.getByText(/^Légende au/).click()
  await expect(page.getByText('Là où les lieux se serrent')).toBeVisible()
  await expect(page.getByText(/3.000 lieux sur la carte/)).toBeVisible()
})

test('a site is opened by key, and the popup gives the focus back', async ({ page }) => {
  await withManySites(page)
  let mark = page.locator('[data-mark]').first()
  // Others may be the nearest to the middle until the map has found its size.
  await expect(async () => {
    const first = page.getByRole('button', { name: /^depot-\d+, 3 h/ }).first()
    mark = page.locator(`[data-mark="${await first.getAttribute('data-mark')}"]`)
    await mark.focus({ timeout: 500 })
    await expect(mark).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  const popup = page.getByRole('dialog')
  await expect(popup).toContainText(/depot-\d+/)
  await page.keyboard.press('Escape')
  await expect(popup).toHaveCount(0)
  await expect(mark).toBeFocused()
})

test('what is only drawn is opened by pointer, after the map has been enlarged too', async ({
  page,
}) => {
  await withManySites(page)
  await page.getByRole('button', { name: 'Agrandir' }).click()
  await page.waitForTimeout(600)
  const frame = await page.locator('.leaflet-container').boundingBox()
  if (!frame) throw new Error('There is no map.')
  const map = page.locator('.leaflet-container')
  // Where none of the buttons lies, and something drawn does.
  let found: { x: number; y: number } | null = null
  for (let x = 40; x < frame.width - 80 && !found; x += 7)
    for (let y = 20; y < frame.height / 2 && !found; y += 7) {
      await page.mouse.move(frame.x + x, frame.y + y)
      const isDrawn = await map.evaluate((element) => element.style.cursor === 'pointer')
      if (isDrawn) found = { x: frame.x + x, y: frame.y + y }
    }
  expect(found).not.toBeNull()
  if (!found) return
  await page.mouse.click(found.x, found.y)
  await expect(page.getByRole('dialog').first()).toBeVisible()
})

test('the list has them all, some at a time', async ({ page }) => {
  await withManySites(page)
  const list = page.locator('#map-list')
  await list.locator('summary').click()
  const entries = list.getByText(/^depot-\d+$/)
  await expect(entries).toHaveCount(200)
  await list.getByRole('button', { name: /Afficher la suite/ }).click()
  await expect(entries).toHaveCount(400)
})
