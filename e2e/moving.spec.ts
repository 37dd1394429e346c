import type { Page } from '@playwright/test'
import { chart, expect, open, part, reachCharts, test } from './product.ts'

/** What the screen says once it has come to rest; in no order, since the map lays its names down as they come. */
async function everyLine(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  return (await page.locator('main').innerText()).split('\n').filter(Boolean).toSorted()
}

const moment = (day: string) => new RegExp(`[?&]at=${day}`)

test('the handle of the timeline moves by key, a day and a week at a time, and to both ends', async ({
  page,
}) => {
  await open(page, '/')
  const handle = page.getByRole('slider', { name: /Jour affiché/ })
  await handle.focus()
  await handle.press('ArrowLeft')
  await expect(page).toHaveURL(moment('2026-03-11'))
  await handle.press('PageDown')
  await expect(page).toHaveURL(moment('2026-03-04'))
  await handle.press('Home')
  await expect(page).toHaveURL(moment('2025-08-25'))
  await handle.press('End')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12 mars 2026')
})

test('keys pressed faster than answers come all count', async ({ page }) => {
  await open(page, '/')
  await page.route('**/api/v1/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  const handle = page.getByRole('slider', { name: /Jour affiché/ })
  await handle.focus()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'PageDown']) await handle.press(key)
  await expect(page).toHaveURL(moment('2026-03-02'))
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a step moves the whole screen: title, map and address', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('button', { name: /Reculer d’une semaine/ }).click()
  await expect(page).toHaveURL(moment('2026-03-05'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5 mars 2026')
  await expect(part(page, /Carte de la situation au 5 mars 2026/)).toBeVisible()
})

test('the map keeps its size, whatever there is to note of a day', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const heights: (number | undefined)[] = []
  for (const [day, hasArrivals] of [
    ['2026-03-12', false],
    ['2025-11-22', true],
  ] as const) {
    await open(page, `/?from=2025-08-25&to=2026-03-12&at=${day}`)
    await expect(page.getByText(/^Aucun convoi signalé/)).toHaveCount(hasArrivals ? 0 : 1)
    heights.push((await page.locator('.leaflet-container').boundingBox())?.height)
  }
  expect(heights[1]).toBe(heights[0])
})

test('playing moves the days forward until it is told to pause', async ({ page }) => {
  await open(page, '/?from=2025-08-25&to=2026-03-12&at=2026-01-10')
  await page.getByRole('button', { name: /^Lire/ }).click()
  await expect(page).toHaveURL(/at=2026-01-(1[1-9]|2)/)
  await page.getByRole('button', { name: /^(Arrêter|Pause)/ }).click()
  const stopped = page.url()
  await page.waitForTimeout(1500)
  expect(page.url()).toBe(stopped)
})

test('a preset sets the window, and the opening view gives it back', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('button', { name: /28 jours/ }).click()
  await expect(page).toHaveURL(/from=2026-02-\d\d&to=2026-03-\d\d/)
  await page.getByRole('button', { name: /Vue de départ/ }).click()
  await expect(page).not.toHaveURL(/from=/)
})

test('the whole view of the map is the one that it opened on', async ({ page }) => {
  await open(page, '/')
  const town = page.locator('.leaflet-marker-pane').getByText('Abidjan', { exact: true })
  await town.scrollIntoViewIfNeeded()
  const opened = await town.boundingBox()
  await page.getByRole('button', { name: 'Agrandir' }).click()
  await expect.poll(() => town.boundingBox()).not.toEqual(opened)
  await page.getByRole('button', { name: /Revenir à la vue/ }).click()
  await expect.poll(() => town.boundingBox()).toEqual(opened)

  // And it comes back from the middle of a zoom too.
  await page.evaluate(async () => {
    const find = (name: string) =>
      document.querySelector<HTMLElement>(`button[aria-label^="${name}"]`)
    find('Agrandir')?.click()
    const map = document.querySelector('.leaflet-container')
    while (!map?.querySelector('.leaflet-zoom-anim')) await new Promise(requestAnimationFrame)
    find('Revenir à la vue')?.click()
  })
  await expect(page.locator('.leaflet-zoom-anim')).toHaveCount(0)
  await expect.poll(() => town.boundingBox()).toEqual(opened)
})

test('back undoes a choice', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('combobox', { name: /Corridor/ }).selectOption({ label: 'Sénégal' })
  await expect(page).toHaveURL(/corridor=sn/)
  await page.goBack()
  await expect(page).not.toHaveURL(/corridor=/)
  await expect(page.getByRole('combobox', { name: /Corridor/ })).toHaveValue('')
})

test('a chosen way in filters the charts, and says so', async ({ page }) => {
  await open(page, '/?corridor=ci')
  await expect(page.getByRole('combobox', { name: /Corridor/ })).toHaveValue('ci')
  const legend = chart(page, 'arrivals').getByRole('list', { name: /Légende/ })
  await expect(legend).toContainText(/Côte d’Ivoire/)
  await expect(legend).not.toContainText(/Niger/)
})

test('pointing at a day on one chart marks it on the others and moves the map there', async ({
  page,
}) => {
  await open(page, '/')
  const plot = chart(page, 'arrivals').getByRole('slider')
  await plot.scrollIntoViewIfNeeded()
  const box = await plot.boundingBox()
  if (!box) throw new Error('the chart has no place on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3)
  await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 3)
  const pointed = Number(await plot.getAttribute('aria-valuenow'))
  expect(pointed).toBeGreaterThan(60)
  // Where the line of a chart stands, from the left end of the chart.
  const lineOf = (about: 'arrivals' | 'litres') =>
    chart(page, about)
      .getByRole('slider')
      .evaluate((slider) => {
        const line = slider.querySelector('[style*="translateX"]')
        if (!line) throw new Error('the chart has no line')
        return line.getBoundingClientRect().left - slider.getBoundingClientRect().left
      })
  expect(Math.abs((await lineOf('arrivals')) - box.width / 2)).toBeLessThan(6)
  expect(await lineOf('litres')).toBe(await lineOf('arrivals'))
  const day = new Date(Date.UTC(2025, 7, 25 + pointed))
  const words = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
  await expect(part(page, new RegExp(`Carte de la situation au ${words}`))).toBeVisible()
  await expect(page, 'pointing alone changes no address').not.toHaveURL(/at=/)
  await page.mouse.click(box.x + box.width / 2 + 2, box.y + box.height / 3)
  await expect(page).toHaveURL(moment(day.toISOString().slice(0, 10)))
})

test('the number of an event is read on its own day too, when the rule of the day shown stands there', async ({
  page,
}) => {
  const seenAt = async (day: string) => {
    await open(page, `/?from=2025-08-25&to=2026-03-12&at=${day}`)
    const number = chart(page, 'wait').getByRole('slider').getByText('6', { exact: true })
    await number.scrollIntoViewIfNeeded()
    const box = await number.boundingBox()
    if (!box) throw new Error('The event has no number.')
    // Of the disc, what lies between its edge and the figure, where the rule would come in.
    const clip = { x: Math.round(box.x) + 6, y: Math.round(box.y) + 1, width: 4, height: 2 }
    return page.screenshot({ clip })
  }
  expect((await seenAt('2026-03-10')).equals(await seenAt('2026-02-10'))).toBe(true)
})

test('the number of an event stands out from its disc as small letters must', async ({ page }) => {
  await open(page, '/')
  const number = chart(page, 'wait').getByRole('slider').getByText('6', { exact: true })
  const contrast = await number.evaluate((element) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const lightOf = (color: string) => {
      if (!pen) return NaN
      pen.fillStyle = color
      pen.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255
        return part <= 0.04 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
    }
    const { color, backgroundColor } = getComputedStyle(element)
    return lightOf(color) / lightOf(backgroundColor)
  })
  expect(contrast).toBeGreaterThan(4.5)
})

test('a chart is read by key: arrows point, the value is spoken, Enter chooses', async ({
  page,
}) => {
  await open(page, '/')
  const plot = chart(page, 'arrivals').getByRole('slider')
  await plot.focus()
  await plot.press('ArrowLeft')
  await plot.press('ArrowLeft')
  await expect(plot).toHaveAttribute('aria-valuetext', /\d/)
  await plot.press('Enter')
  await expect(page).toHaveURL(/at=202[56]-/)
})

test('copying the address reproduces the view', async ({ page, context, watch }) => {
  await open(page, '/')
  await page.getByRole('combobox', { name: /Corridor/ }).selectOption({ label: 'Sénégal' })
  await page.getByRole('button', { name: /90 jours/ }).click()
  await page.getByRole('button', { name: /Reculer d’une semaine/ }).click()
  await page.getByRole('checkbox', { name: /Convois/ }).uncheck()
  await expect(page).toHaveURL(/hide=convoys/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5 mars 2026')
  await reachCharts(page)
  const screen = await everyLine(page)
  const other = await context.newPage()
  await open(other, page.url())
  await reachCharts(other)
  await expect(other.getByRole('checkbox', { name: /Convois/ })).not.toBeChecked()
  await expect.poll(() => everyLine(other)).toEqual(screen)
  expect(watch.complaints).toEqual([])
})
