import type { Locator, Page } from '@playwright/test'
import { findings } from './axe.ts'
import { test } from './deployment.ts'
import { fieldReport, WATCHERS } from './field-reports.ts'
import type { Watched } from './field-reports.ts'
import { expect, FAILED_REQUEST, open, reachReports } from './product.ts'

// One after the other: what the public is told before anything is handed in is what it must be told afterwards.
test.describe.configure({ mode: 'serial' })

const HIDDEN = ['convoyTonight', 'convoyThisMorning', 'incident', 'confidential'] as const

/**
 * What each of them sees of the reports on the screen. This morning's convoy comes to partners at the next full hour, which may
 * come while a test is under way: it is asked of analysts alone, and the server's tests move the clock for partners.
 */
const SEEN: Record<'partner' | 'analyst', readonly Watched[]> = {
  partner: ['incident', 'queue'],
  analyst: ['convoyTonight', 'convoyThisMorning', 'incident', 'confidential', 'queue'],
}

const isAsked = (role: 'partner' | 'analyst', watched: string) =>
  role === 'analyst' || watched !== 'convoyThisMorning'

/** All that a page says and all that stands in it, and what it has put away. */
async function wholeOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
    ].join('\n'),
  )
}

const namesIn = (text: string) =>
  Object.entries(WATCHERS)
    .filter(([, name]) => text.includes(name))
    .map(([watched]) => watched)

const badge = (page: Page) => page.getByRole('link', { name: /^Session/ })

async function signIn(page: Page, key: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Clé d’accès').fill(key)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre session' })).toBeFocused()
}

/** Line by line in the order of the alphabet: the layers of the map are drawn in the order in which their answers come. */
const linesOf = async (part: Locator) => (await part.innerText()).split('\n').toSorted()

/** Every screen and every drawer that can tell of reports, one after the other, as text. */
async function everythingSaid(page: Page): Promise<string[][]> {
  await open(page, '/')
  await page.locator('#map-list > summary').click()
  // It is written out once it is unfolded: corridors, places, convoys and events.
  await expect(page.locator('#map-list h3')).toHaveCount(4)
  const said = [await linesOf(page.locator('main'))]
  for (const opened of ['headline:losses', 'headline:wait', 'series:losses', 'corridor:ci']) {
    await page.goto(`/?open=${opened}`)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('status')).toHaveCount(0)
    said.push(await linesOf(page.getByRole('dialog')))
  }
  return said
}

let before: string[][]
let ids: string[]

test('the public is told the same, whatever it may not see has come in', async ({
  page,
  deployment,
  watch,
}) => {
  test.slow()
  watch.forgiven.push(FAILED_REQUEST)
  before = await everythingSaid(page)
  const key = await deployment.key('analyst', 'Saisie')
  ids = await deployment.handIn(key, HIDDEN.map(fieldReport))
  expect(await everythingSaid(page)).toEqual(before)
  for (const id of ids) {
    await page.goto(`/?open=report:${id}`)
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    expect(namesIn(await wholeOf(page))).toEqual([])
  }
})

test('a key that opens nothing is told so, and the one that does leads to who one is', async ({
  page,
  deployment,
  watch,
}) => {
  watch.forgiven.push(FAILED_REQUEST)
  const key = await deployment.key('partner', 'ONG Sikasso')
  await page.goto('/')
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByLabel('Clé d’accès').fill(`${key.slice(0, -2)}xx`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('Cette clé n’ouvre rien')
  await signIn(page, key)
  await expect(page.getByRole('main')).toContainText('ONG Sikasso')
  await expect(page.getByRole('main')).toContainText(/Valable jusqu’au/)
  await expect(badge(page)).toHaveText(/Partenaire\s*ONG Sikasso/)
  expect(await findings(page), 'signed in').toEqual([])
  expect(await page.evaluate(() => document.cookie + JSON.stringify(localStorage))).not.toContain(
    'jauge_',
  )
})

for (const role of ['partner', 'analyst'] as const) {
  test(`a ${role} sees on each screen what the table says, and that it is not public`, async ({
    page,
    deployment,
    watch,
  }) => {
    test.slow()
    watch.forgiven.push(FAILED_REQUEST)
    const key = await deployment.key(role, 'Cellule')
    if (role === 'partner')
      await deployment.handIn(await deployment.key('analyst', 'Saisie'), [fieldReport('queue')])
    await signIn(page, key)
    await page.goto('/')
    await expect(badge(page)).toBeVisible()
    await reachReports(page)
    const reports = page.locator('#reports')
    await expect(reports.getByRole('listitem').first()).toBeVisible()
    const named = namesIn(await reports.innerText()).filter((each) => isAsked(role, each))
    expect(named.toSorted()).toEqual(SEEN[role].toSorted())
    await expect(reports.getByText('restreint').first()).toBeVisible()
    await expect(reports.getByText('confidentiel')).toHaveCount(role === 'analyst' ? 1 : 0)
    await expect(reports.getByText('Non public')).toBeVisible()

    await page.locator('#map-list > summary').click()
    const list = page.locator('#map-list')
    await expect(list).toContainText(WATCHERS.incident)
    const happened = await list.innerText()
    expect(happened.includes(WATCHERS.confidential)).toBe(role === 'analyst')
    expect(happened).toMatch(/restreint/i)

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV', exact: true }).last().click()
    expect((await saved).suggestedFilename()).toBe('jauge-not-public-rapports.csv')

    for (const [index, id] of ids.entries()) {
      await page.goto(`/?open=report:${id}`)
      const sheet = page.getByRole('dialog')
      const watched = HIDDEN[index] ?? 'incident'
      if (!isAsked(role, watched)) continue
      if (SEEN[role].includes(watched)) {
        await expect(sheet).toContainText(WATCHERS[watched])
        await expect(sheet.getByText(/^(restreint|confidentiel)$/).first()).toBeVisible()
      } else await expect(sheet.getByRole('alert')).toBeVisible()
    }

    await page.goto('/method')
    await expect(badge(page)).toBeVisible()
    await page.goto('/embed?chart=wait')
    await expect(page.getByText(/ne montre que ce que voit le public/)).toBeVisible()
  })
}

test('after signing out nothing of it stands in the page, nor in another tab', async ({
  page,
  context,
  deployment,
}) => {
  await signIn(page, await deployment.key('analyst', 'Cellule'))
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByText(WATCHERS.confidential).first()).toBeAttached()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeVisible()
  expect(namesIn(await wholeOf(page))).toEqual([])
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible()

  await expect(other.getByRole('alert').first()).toContainText('Votre session a pris fin')
  await expect(other.locator('main h1')).toBeVisible()
  expect(namesIn(await wholeOf(other)).filter((each) => each !== 'queue')).toEqual([])
})

test('a session that ends by itself turns the page into the public’s, and says so', async ({
  page,
  deployment,
}) => {
  const key = await deployment.key('analyst', 'Cellule')
  await signIn(page, key)
  await page.goto('/')
  await expect(badge(page)).toBeVisible()
  await reachReports(page)
  await expect(page.getByText(WATCHERS.confidential).first()).toBeAttached()
  await deployment.revoke(key)
  await page
    .getByRole('combobox', { name: /Carburants|Produit|carburant/i })
    .selectOption({ index: 1 })
  await expect(page.getByRole('alert').first()).toContainText(
    'Votre session a pris fin ; vous voyez maintenant ce que voit le public.',
  )
  await reachReports(page)
  await expect(badge(page)).toHaveCount(0)
  expect(namesIn(await wholeOf(page)).filter((each) => each !== 'queue')).toEqual([])
})
