import { expect, open, part, tableOf, test } from './product.ts'

/** The first number of a cell, as a reader takes it: its range and its sources stand after it. */
const figure = (cell = '') => Number(/^[\d\s]+/.exec(cell)?.[0].replace(/\s/g, '') || Number.NaN)

const ARRIVED = /^Arrivé/

test('petrol cost 775 francs a litre at the official price of 15 October 2025', async ({
  page,
}) => {
  await open(page, '/?at=2025-10-15')
  const table = await tableOf(page, 'prices')
  expect(table.cells(/13–19 oct\. 2025/, /Essence, officiel/)).toEqual([
    expect.stringMatching(/^775/),
  ])
  await open(page, '/?from=2025-10-15&to=2025-10-15')
  const alone = await tableOf(page, 'prices')
  expect(alone.cells(/15 oct\. 2025/, /Essence, officiel/)).toEqual([expect.stringMatching(/^775/)])
})

test('875 tankers arrived in the week of 12 January 2026, and 350 in that of 15 December', async ({
  page,
}) => {
  await open(page, '/')
  const { cells } = await tableOf(page, 'arrivals')
  expect(cells(/12–18 janv\. 2026/, ARRIVED)).toContainEqual(
    expect.stringMatching(/^875\s*semaine entière/),
  )
  expect(cells(/15–21 déc\. 2025/, ARRIVED)).toContainEqual(expect.stringMatching(/^350\D/))
})

test('one convoy told by two sources counts once: 250 on 22 November, 300 on 7 October', async ({
  page,
}) => {
  await open(page, '/')
  const { cells } = await tableOf(page, 'arrivals')
  const arrived = (week: RegExp) =>
    cells(week, ARRIVED)
      .map(figure)
      .filter((n) => !Number.isNaN(n))
      .reduce((sum, n) => sum + n, 0)
  expect(arrived(/17–23 nov\. 2025/)).toBe(250)
  expect(arrived(/6–12 oct\. 2025/)).toBe(300)
})

test('an empty cell of a table is a dash, never a zero', async ({ page }) => {
  await open(page, '/')
  const { cells } = await tableOf(page, 'arrivals')
  for (const cell of cells(/22–28 sept\. 2025/, /./)) expect(cell).toBe('–')
})

test('the headline of a day is the figure of that day', async ({ page }) => {
  await open(page, '/?at=2026-01-18')
  const headlines = part(page, /^Chiffres clés$/)
  await expect(
    headlines.getByRole('listitem').filter({ hasText: 'Citernes arrivées' }),
  ).toContainText(/875/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('18 janvier 2026')
})

test('the screen opens where the record ends, says for how long it has been silent, and calls no way open', async ({
  page,
}) => {
  await open(page, '/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12 mars 2026')
  const days = Math.floor((Date.now() - Date.parse('2026-03-12')) / 86_400_000)
  const banner = page.getByText(/s’arrête au 12 mars 2026/)
  await expect(banner).toContainText(new RegExp(`${days - 1}|${days}|${days + 1}`))
  const corridors = part(page, /corridors/i)
  for (const way of ['Côte d’Ivoire', 'Sénégal', 'Guinée', 'Niger']) {
    const one = corridors.getByRole('listitem').filter({ hasText: way })
    await expect(one).toContainText(/inconnu/)
    await expect(one).not.toContainText(/ouvert/)
  }
  const map = part(page, /^Carte de la situation au 12 mars 2026/)
  await expect(map.getByRole('button', { name: /Côte d’Ivoire.*inconnu/ })).toBeVisible()
  await expect(map.getByRole('button', { name: /: ouverte/ })).toHaveCount(0)
})

test('what cannot be computed is a dash with the missing input by its name', async ({ page }) => {
  await open(page, '/')
  const cover = part(page, /^Chiffres clés$/)
    .getByRole('listitem')
    .filter({ hasText: 'Couverture' })
  await expect(cover).toContainText('–')
  await expect(cover).toContainText(/stock/)
})
