import type { Locator, Page } from '@playwright/test'
import { FAILED_REQUEST, expect, open, part, test } from './product.ts'

const sheet = (page: Page) => page.getByRole('dialog').last()

/** What every report says of itself: source with its address, judgement in words, and three times. */
async function expectWholeReport(report: Locator) {
  await expect(report.getByRole('link', { name: /source/i })).toHaveAttribute(
    'href',
    /^https?:\/\//,
  )
  await expect(report).toContainText(/[A-F][1-6]/)
  await expect(report).toContainText(/– source \S+/i)
  await expect(report).toContainText(/· (information|crédibilité) \S+|crédibilité/i)
  await expect(report.getByText(/Quand c’était vrai/)).toBeVisible()
  await expect(report.getByText(/Quand la source l’a publié/)).toBeVisible()
  await expect(report.getByText(/Quand ce site l’a reçu/)).toBeVisible()
}

test('two clicks lead from any headline figure to a report, and that to its source', async ({
  page,
}) => {
  await open(page, '/')
  const headlines = part(page, /^Chiffres clés$/).getByRole('button', {
    name: /définition et sources/,
  })
  await expect(headlines).toHaveCount(6)
  for (const headline of await headlines.all()) {
    await headline.click()
    await expect(sheet(page).getByText(/^Ce que c’est$/)).toBeVisible()
    await sheet(page).getByRole('listitem').getByRole('button').first().click()
    await expectWholeReport(sheet(page))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('two clicks lead from any chart to a report', async ({ page }) => {
  await open(page, '/')
  const charts = page.getByRole('button', { name: /derrière/i })
  expect(await charts.count()).toBeGreaterThanOrEqual(6)
  for (const chart of await charts.all()) {
    await chart.click()
    await sheet(page).getByRole('listitem').getByRole('button').first().click()
    await expectWholeReport(sheet(page))
    await page.keyboard.press('Escape')
  }
})

async function expectAttackOf14September(event: Locator) {
  const account = (figure: RegExp) =>
    event.getByRole('row').filter({ has: event.page().getByRole('cell', { name: figure }) })
  await expect(account(/^20$/)).toContainText('B3')
  await expect(account(/^40$/).first()).toContainText('B2')
  await expect(account(/^80$/)).toContainText(/affirmation/)
  await expect(account(/^130$/)).toContainText(/affirmation/)
  await expect(account(/^3$/)).toContainText(/rejeté/)
  await expect(event).toContainText(/40 \(20 à 40\)/)
}

test('the attack of 14 September 2025 shows every source’s figure, opened from the map', async ({
  page,
}) => {
  await open(page, '/?from=2025-09-01&to=2025-10-15&at=2025-09-20')
  const mark = page.getByRole('button', { name: /Attaque.*14 sept\. 2025.*40/ })
  await mark.focus()
  await page.keyboard.press('Enter')
  const popup = page.getByRole('dialog')
  await expect(popup).toContainText(/40 \(20 à 40\)/)
  await expect(popup).toContainText(/80.*E4/)
  await popup.getByRole('button', { name: /événement/ }).click()
  await expect(page).toHaveURL(/open=event/)
  await expectAttackOf14September(sheet(page))
})

test('the same attack is reached from the list beside the map', async ({ page }) => {
  await open(page, '/')
  const list = page.locator('#map-list')
  await list.locator('summary').click()
  const attack = list.getByRole('listitem').filter({ hasText: /14 sept\. 2025/ })
  await attack.getByRole('button', { name: /événement/ }).click()
  await expectAttackOf14September(sheet(page))
})

test('a report says what other sources say of the same event, and leads there and back', async ({
  page,
}) => {
  await open(page, '/?open=event:attack-2025-09-14')
  await sheet(page)
    .getByRole('button', { name: /80 citernes/ })
    .click()
  await expect(sheet(page)).toContainText(/affirmation/i)
  await expect(sheet(page)).toContainText(/E4/)
  await expect(sheet(page).getByRole('button', { name: /20 citernes/ })).toBeVisible()
  await sheet(page)
    .getByRole('button', { name: /Retour/ })
    .click()
  await expect(page).toHaveURL(/open=event/)
})

test('a corridor gives its state, its reasons and the time it looked at', async ({ page }) => {
  await open(page, '/?at=2025-09-20')
  await page.getByRole('button', { name: /^Sénégal : .*Raisons/ }).click()
  await expect(sheet(page)).toContainText(/(attaque|citernes perdues) le 14 sept/)
  await expect(sheet(page)).toContainText(/28 jours/)
})

test('an address with something open opens it, and one that leads nowhere says so', async ({
  page,
  watch,
}) => {
  watch.forgiven.push(FAILED_REQUEST)
  await page.goto('/?open=headline:losses')
  await expect(sheet(page).getByRole('heading', { level: 2 })).toContainText(/Citernes perdues/)
  await page.goto('/?open=event:nothing-like-it')
  await expect(sheet(page)).toContainText(/n’existe plus|pas dans la fenêtre/)
  await page.goto('/?open=report:nothing-like-it')
  await expect(sheet(page).getByRole('alert')).toBeVisible()
})

test('the method page defines every figure and lists how the record was mapped', async ({
  page,
}) => {
  await page.goto('/method')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const figure of [
    /Citernes arrivées/,
    /couverture/i,
    /perdues/,
    /parallèle/,
    /Attente/,
    /Stations/,
  ])
    await expect(page.locator('main')).toContainText(figure)
  await expect(page.locator('main')).toContainText(/46\s000/)
  await page
    .getByRole('link', { name: /situation/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12 mars 2026')
})
