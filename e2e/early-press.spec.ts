import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'

/** Opens the page with its script held back; gives what lets it come. */
async function openPainted(page: Page, address = '/') {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/assets/index*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return async () => {
    letGo()
    // Then the page is taken over.
    await expect(page.getByRole('checkbox').first()).toBeVisible()
  }
}

const figures = (page: Page) =>
  page.getByRole('region', { name: /^(Chiffres clés|Key figures)$/ }).getByRole('button')
const evidence = (page: Page) => page.getByRole('dialog')

test('a figure that is pressed before the page’s script has come opens once it has', async ({
  page,
}) => {
  const come = await openPainted(page)
  await figures(page).nth(2).click()
  await figures(page).nth(0).click()
  await expect(evidence(page)).toHaveCount(0)
  await come()
  await expect(evidence(page)).toBeVisible()
  await expect(page).toHaveURL(/open=headline(%3A|:)arrivals/)
  // Done once: what is closed stays closed.
  await page.keyboard.press('Escape')
  await expect(evidence(page)).toHaveCount(0)
})

test('so does a figure that is pressed by key, and the other language', async ({ page }) => {
  const come = await openPainted(page)
  await figures(page).nth(0).focus()
  await page.keyboard.press('Enter')
  await come()
  await expect(evidence(page)).toBeVisible()

  await page.unrouteAll()
  const comeAgain = await openPainted(page, '/?at=2026-01-18')
  await page.getByRole('button', { name: 'English' }).click()
  await comeAgain()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('18 January 2026')
})

test('a theme chosen before the page’s script has come is the theme after it', async ({ page }) => {
  const come = await openPainted(page)
  await page.getByRole('combobox').first().selectOption('dark')
  await come()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('combobox').first()).toHaveValue('dark')
})

test('what was taken back, or is too long ago, is not done', async ({ page }) => {
  await page.clock.install()
  for (const takeBack of [
    () => page.keyboard.press('Escape'),
    // As an extension of the browser may send it: to no element.
    () =>
      page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))),
    () => page.getByRole('heading', { level: 1 }).click(),
    () => page.clock.fastForward(16_000),
  ]) {
    await page.unrouteAll()
    const come = await openPainted(page)
    await figures(page).nth(0).click()
    await takeBack()
    await come()
    await expect(page).toHaveURL(/\/$/)
    await expect(evidence(page)).toHaveCount(0)
  }
})
