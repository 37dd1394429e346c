import type { Page } from '@playwright/test'
import { expect, open, test } from './product.ts'

/** What has the focus, and whether the eye can see that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    // Inside an SVG or a row the sign may be drawn by a part of it.
    const parts = [...element.querySelectorAll('*')].map((part) => getComputedStyle(part))
    const box = element.getBoundingClientRect()
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? '',
      tag: element.tagName.toLowerCase(),
      seen:
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) ||
        boxShadow !== 'none' ||
        parts.some(
          (part) => part.outlineStyle !== 'none' && Number.parseFloat(part.outlineWidth) > 0,
        ),
      size: Math.min(box.width, box.height),
      onScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
  })

test('the first stop is a way past the head of the page', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /Aller au contenu/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main/)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('every control is reached by key, in view, and shows that it has the focus', async ({
  page,
}) => {
  await open(page, '/')
  const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = []
  for (let tabs = 0; tabs < 400; tabs += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop === null) break
    stops.push(stop)
  }
  const unseen = stops.filter(({ seen }) => !seen).map(({ tag, name }) => `${tag} ${name}`)
  expect(unseen, 'controls that do not show their focus').toEqual([])
  const hidden = stops.filter(({ onScreen }) => !onScreen).map(({ tag, name }) => `${tag} ${name}`)
  expect(hidden, 'controls outside the screen').toEqual([])
  const small = stops
    .filter(({ tag, size }) => ['button', 'select', 'input'].includes(tag) && size < 13)
    .map(({ tag, name, size }) => `${tag} ${name} ${size}`)
  expect(small, 'controls too small to hit').toEqual([])
  const named = stops.map(({ name }) => name).join('\n')
  for (const what of [
    /Citernes arrivées/,
    /Carte/,
    /Jour affiché/,
    /Graphique/,
    /Tableau/,
    /GeoJSON/,
  ])
    expect(named).toMatch(what)
})

test('a sheet takes the focus, keeps it, closes on Escape and gives it back', async ({ page }) => {
  await open(page, '/')
  const opener = page.getByRole('button', { name: /Citernes perdues : définition/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  const inside = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return activeElement === document.body || activeElement?.closest('dialog') !== null
    })
  for (let tabs = 0; tabs < 40; tabs += 1) {
    expect(await inside()).toBe(true)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('the map is moved, enlarged and read by key, and a popup gives the focus back', async ({
  page,
}) => {
  await open(page, '/')
  const mark = page.getByRole('button', { name: /Attaque.*14 sept\. 2025/ })
  await mark.focus()
  await page.keyboard.press('Enter')
  const popup = page.getByRole('dialog')
  await expect(popup).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(popup).toHaveCount(0)
  await expect(mark).toBeFocused()
  const larger = page.getByRole('button', { name: /Agrandir/ })
  await larger.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Revenir à la vue/ })).toBeVisible()
})

test('the map shows on every side of it that it has the focus, whatever is drawn there', async ({
  page,
}) => {
  await open(page, '/')
  const map = page.locator('.leaflet-container')
  await map.scrollIntoViewIfNeeded()
  const box = await map.boundingBox()
  if (!box) throw new Error('The map has no place on the screen.')
  const [x, y] = [Math.round(box.x), Math.round(box.y)]
  const [width, height] = [Math.round(box.width), Math.round(box.height)]
  const sides = async () => {
    const clips = [
      { x: x + width / 3, y, width: 20, height: 2 },
      { x: x + width / 3, y: y + height - 2, width: 20, height: 2 },
      { x, y: y + height / 3, width: 2, height: 20 },
      { x: x + width - 2, y: y + height / 3, width: 2, height: 20 },
    ]
    const pictures: string[] = []
    for (const clip of clips) pictures.push((await page.screenshot({ clip })).toString('base64'))
    return pictures
  }
  const before = await sides()
  await map.focus()
  const after = await sides()
  expect(after.map((picture, nth) => picture !== before[nth])).toEqual([true, true, true, true])
})

test('somebody who asked for less motion is given none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '/')
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => {
        const { duration } = animation.effect?.getComputedTiming() ?? {}
        return typeof duration === 'number' && duration > 50
      }).length,
  )
  expect(moving).toBe(0)
})
