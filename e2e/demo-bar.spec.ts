import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { DEMO, demoReady } from './demo.ts'
import { expect, settled, test } from './product.ts'

test.use({ baseURL: DEMO, locale: 'en-GB' })

const bar = (page: Page) => page.getByRole('region', { name: 'Demo', exact: true })
const choose = (page: Page, what: string, label: string) =>
  bar(page).getByRole('combobox', { name: what }).selectOption({ label })

async function received(page: Page): Promise<number> {
  const text = await bar(page).innerText()
  return Number((/([\d,]+) reports received/.exec(text)?.[1] ?? '').replaceAll(',', ''))
}

test('another role is another reader: what the last one was told is gone', async ({ page }) => {
  /** Reports of convoys on the road that no newspaper has printed. */
  const convoys = () =>
    page.evaluate(async () => {
      type Told = { sensitivity: string; body: { stage: string | null } }
      const answer = await fetch('/jauge/api/v1/reports?kind=convoy&limit=100')
      const { reports } = (await answer.json()) as { reports: Told[] }
      const closed = ['arrived', 'offloading', 'distributed', 'turned_back', 'dispersed']
      return reports.filter(
        ({ sensitivity, body: { stage } }) =>
          sensitivity !== 'published' && stage !== null && !closed.includes(stage),
      ).length
    })
  await page.goto(`${DEMO}?role=analyst`)
  await settled(page)
  expect(await convoys()).toBeGreaterThan(0)
  await choose(page, 'Seen by', 'The public')
  // Nothing of the analyst's answers is kept for a moment: everything is asked for again.
  await expect(page).not.toHaveURL(/role=/)
  await settled(page)
  expect(await convoys()).toBe(0)
  await choose(page, 'Seen by', 'A partner')
  await expect(page).toHaveURL(/role=partner/)
  await page.reload()
  await expect(bar(page).getByRole('combobox', { name: 'Seen by' })).toHaveValue('partner')
})

test('the clock runs, reports come in and the screen follows; stopped, it stands', async ({
  page,
}) => {
  await page.goto(DEMO)
  await settled(page)
  const clock = bar(page).getByRole('group', { name: 'Simulated clock' })
  const time = () => clock.locator('time').getAttribute('datetime')
  const before = await received(page)
  const banner = () => page.getByText(/Latest usable report:/).innerText()
  const told = await banner()
  await clock.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '1 h/s' })
  await expect.poll(() => received(page)).toBeGreaterThan(before)
  // What is on the screen is asked for anew every few seconds, and says how much it rests on.
  await expect.poll(banner, { timeout: 15_000 }).not.toBe(told)
  await clock.getByRole('button', { name: 'Stop the clock' }).click()
  const stopped = await time()
  await page.waitForTimeout(1500)
  expect(await time()).toBe(stopped)
  await clock.getByRole('button', { name: 'Run the clock' }).click()
  await expect.poll(time).not.toBe(stopped)
})

test('another scenario is another country, and is in the address', async ({ page }) => {
  await page.goto(`${DEMO}?lang=en`)
  await demoReady(page)
  await choose(page, 'Scenario', 'A calm year')
  await expect(page).toHaveURL(/scenario=calm/)
  await demoReady(page)
  await expect(bar(page).getByRole('combobox', { name: 'Scenario' })).toHaveValue('calm')
  await page.goBack()
  await expect(bar(page).getByRole('combobox', { name: 'Scenario' })).toHaveValue('blockade', {
    timeout: 20_000,
  })
})

test('the same seed gives the same bytes in Node and in this browser', async ({ page }) => {
  const inNode = promisify(execFile)(process.execPath, [
    'e2e/fingerprint.mjs',
    'escort-holds',
    '12',
  ])
  await page.goto(`${DEMO}?scenario=escort-holds&seed=12`)
  await demoReady(page)
  await bar(page).getByRole('button', { expanded: false }).click()
  const shown = page
    .getByRole('dialog')
    .locator('code')
    .filter({ hasText: /^[0-9a-f]{64}$/ })
  await expect(shown).toBeVisible({ timeout: 20_000 })
  expect(await shown.innerText()).toBe((await inNode).stdout.trim())
})
