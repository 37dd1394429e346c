import { findings } from './axe.ts'
import { expect, open, test, unfold } from './product.ts'

const DRAWERS = [
  'headline:cover',
  'series:arrivals',
  'corridor:sn',
  'event:attack-2025-09-14',
] as const

for (const lang of ['fr', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const width of [390, 1440]) {
      test.describe(() => {
        test.use({ colorScheme: theme, viewport: { width, height: 900 } })
        test(`axe finds nothing in ${lang}, ${theme}, at ${width} px`, async ({ page }) => {
          await open(page, `/?lang=${lang}`)
          expect.soft(await findings(page), 'the screen').toEqual([])
          await unfold(page)
          expect.soft(await findings(page), 'tables open, everything unfolded').toEqual([])
          for (const drawer of DRAWERS) {
            await page.evaluate(
              (search) => history.pushState(null, '', search),
              `/?lang=${lang}&open=${drawer}`,
            )
            await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible()
            await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
            // What lies under a sheet is out of reach, and was looked at before.
            expect.soft(await findings(page, 'dialog'), drawer).toEqual([])
          }
          // A report is reached from the event that is open.
          await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
          await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
          expect.soft(await findings(page, 'dialog'), 'a report').toEqual([])
          await page.goto(`/method?lang=${lang}`)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          expect.soft(await findings(page), 'the method').toEqual([])
          await page.goto(`/sign-in?lang=${lang}`)
          await expect(page.getByLabel(/Clé d’accès|Access key/)).toBeVisible()
          expect.soft(await findings(page), 'signing in').toEqual([])
        })
      })
    }
