import type { Route } from '@playwright/test'
import {
  alerts,
  expect,
  FAILED_REQUEST,
  open,
  part,
  retryUntilWhole,
  test,
  withTheSituationAlone,
} from './product.ts'

const WAYS: Record<string, (route: Route) => Promise<void>> = {
  'answers with an error': (route) =>
    route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
  'is not there': (route) => route.abort('connectionrefused'),
  'answers with half a message': (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: '{"window": {"from"' }),
  'answers with something else': (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: '{"series": 12}' }),
}

const API = '**/api/v1/**'

/** Every part that fetches, by what it calls itself when it cannot be had. */
const PARTS = [/files/i, /convois/i, /incidents/i, /courbes|graphiques/, /rapports/]

for (const [name, way] of Object.entries(WAYS)) {
  test(`when the API ${name}, each part says what it lacks, and trying again mends it`, async ({
    page,
    watch,
  }) => {
    watch.forgiven.push(FAILED_REQUEST)
    await page.route(API, way)
    await page.route((url) => url.pathname === '/', withTheSituationAlone)
    await page.goto('/')
    await page.locator('#reports').scrollIntoViewIfNeeded()
    for (const what of PARTS)
      await expect(alerts(page).filter({ hasText: what }).first()).toBeVisible({ timeout: 20_000 })
    // The figures came with the page itself.
    await expect(part(page, /^Chiffres clés$/)).toContainText('519')
    await expect(page.locator('.recharts-surface')).toHaveCount(0)
    await page.unroute(API)
    await retryUntilWhole(page)
    await expect(page.locator('.recharts-surface').first()).toBeVisible()
  })
}

test('what was there stays, and is called old, when the next answer fails', async ({
  page,
  watch,
}) => {
  watch.forgiven.push(FAILED_REQUEST)
  await open(page, '/')
  await page.route(API, (route) => route.abort())
  await page.getByRole('button', { name: /Reculer d’une semaine/ }).click()
  await expect(alerts(page).first()).toBeVisible({ timeout: 20_000 })
  await expect(part(page, /^Chiffres clés$/)).toContainText('519')
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
  await page.unroute(API)
  await retryUntilWhole(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5 mars 2026')
})

test('a part of the program that does not come can be asked for again', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST, /dynamically imported module/)
  await page.route('**/assets/SituationMap*.js', (route) => route.abort())
  await page.goto('/')
  const broken = alerts(page).filter({ hasText: /carte/ })
  await expect(broken).toBeVisible()
  await expect(part(page, /^Chiffres clés$/)).toContainText('519')
  await page.unroute('**/assets/SituationMap*.js')
  await broken.getByRole('button', { name: /Réessayer/ }).click()
  await expect(page.locator('.leaflet-corridors-pane canvas').first()).toBeAttached()
})

test('a slow API shows the size of what will come, and then what came', async ({ page }) => {
  await page.route(API, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await route.continue()
  })
  await page.goto('/')
  await expect(page.getByRole('status').first()).toBeAttached()
  await expect(page.locator('.recharts-surface').first()).toBeVisible({ timeout: 20_000 })
})

test('a step that is refused has no other asked for ahead of it', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST)
  await open(page, '/')
  const json = { type: 'about:blank', title: '', status: 404 }
  await page.route(/api\/v1\/(situation|sites)/, (route) => route.fulfill({ status: 404, json }))
  await page.getByRole('button', { name: /Reculer d’un jour/ }).click()
  await expect(alerts(page).first()).toBeVisible()
  await page.waitForTimeout(500)
  const days = watch.requests.map((request) => new URL(request.url()).searchParams.get('at'))
  expect(days).toContain('2026-03-11')
  expect(days).not.toContain('2026-03-10')
})
