import { expect, open, part, reachReports, test } from './product.ts'
import type { Page } from '@playwright/test'

const SEPTEMBER = 'from=2025-09-01&to=2025-09-30&at=2025-09-30'

/** The list beside the map, which says all that the map says. */
async function listed(page: Page) {
  await expect(page.locator('.leaflet-corridors-pane canvas').first()).toBeAttached()
  const list = page.locator('#map-list')
  await list.locator('summary').click()
  // It is written out once it is unfolded: corridors, places, convoys and events.
  await expect(list.locator('h3')).toHaveCount(4)
  return list
}

test('the attack of 14 September is on the list of that month', async ({ page }) => {
  await open(page, `/?${SEPTEMBER}`)
  await expect(await listed(page)).toContainText(/14 sept\. 2025/)
})

test('on 13 September nobody knew of the attack of the 14th', async ({ page }) => {
  await page.goto(`/?${SEPTEMBER}&known=2025-09-13`)
  await expect(page.getByText(/monde en savait.* 13 septembre 2025/).last()).toBeVisible()
  await expect(await listed(page)).not.toContainText(/14 sept/)
  await reachReports(page)
  await expect(part(page, /Derniers rapports/)).not.toContainText(/14 sept/)
})

test('as held before the import, the store knows nothing, and the screen says what is missing', async ({
  page,
}) => {
  await page.goto('/?vintage=2025-01-01T00:00:00Z')
  await expect(page.getByText(/aucun rapport exploitable/)).toBeVisible()
  await expect(page.getByText(/détenait.* 1(er)? janv/)).toBeVisible()
  const headlines = part(page, /^Chiffres clés$/)
  await expect(headlines.getByText(/Il manque/)).toHaveCount(6)
  await expect(headlines.getByText(/^\D*\d/)).toHaveCount(0)
  await reachReports(page)
  await expect(part(page, /Derniers rapports/)).toContainText(/Aucun rapport/)
})

test('knowledge can be chosen for the day shown, is said, and can be given up', async ({
  page,
}) => {
  await open(page, '/?at=2025-11-08')
  await page.getByText(/Ce que le monde savait/).click()
  await page.getByRole('button', { name: /jour affiché/ }).click()
  await expect(page).toHaveURL(/known=2025-11-08/)
  await expect(page.getByText(/monde en savait.* 8 novembre 2025/).last()).toBeVisible()
  await page.getByRole('button', { name: /Revenir à aujourd’hui/ }).click()
  await expect(page).not.toHaveURL(/known=/)
})

for (const [name, address] of [
  ['a window in which nothing was reported', '/?from=2025-05-20&to=2025-06-10'],
  ['the knowledge of a day before the record began', '/?known=1999-01-01'],
] as const) {
  test(`${name} says what is missing and draws nothing as zero`, async ({ page }) => {
    await page.goto(address)
    const headlines = part(page, /^Chiffres clés$/)
    await expect(headlines.getByText(/Il manque/).first()).toBeVisible()
    await expect(headlines).not.toContainText(/\b0\b/)
    const charts = page.getByRole('region', { name: /Les graphiques/ })
    await expect(charts.getByText(/manque/i).first()).toBeVisible()
    await expect(charts.locator('.recharts-bar-rectangle path')).toHaveCount(0)
    await expect(charts).not.toContainText(/aucune? (citerne|camion-citerne) (arrivé|perdu)/i)
    for (const text of await charts.getByRole('heading', { level: 3 }).allTextContents())
      expect(text).not.toMatch(/(^|\s)0(\s|$)/)
  })
}
