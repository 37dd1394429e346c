import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { CHARTS, embedAddress } from '#contract/embed.ts'
import { iframeCode } from '#contract/embed-code.ts'
import { arrivals, expect, test, titleOf } from './embed-page.ts'

for (const chart of CHARTS) {
  test.describe(`the frame of ${chart}`, () => {
    const address = embedAddress({ chart, view: { lang: 'en' } })

    test('axe finds nothing, in either theme, with the table open', async ({ page }) => {
      const source = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
      for (const theme of ['light', 'dark'] as const) {
        await page.goto(embedAddress({ chart, view: { lang: 'en' }, theme }))
        await page.getByText('The figures as a table').click()
        await page.evaluate(source)
        const found = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
          const { violations } = await axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
        })
        expect(found).toEqual([])
      }
    })

    test('says a figure where somebody points, and where the arrows lead', async ({ page }) => {
      await page.goto(address)
      const slider = page.getByRole('slider')
      await expect(slider).toHaveAccessibleName(/arrow keys/)
      const tip = page.locator('.tip')
      await expect(tip).toBeHidden()
      await page.keyboard.press('ArrowLeft')
      await expect(tip, 'no key is heard from outside').toBeHidden()
      await slider.focus()
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowLeft')
      await expect(tip).toBeVisible()
      const told = await slider.getAttribute('aria-valuetext')
      await page.keyboard.press('ArrowLeft')
      await expect(slider).not.toHaveAttribute('aria-valuetext', told ?? '')
      await page.keyboard.press('Escape')
      await expect(tip).toBeHidden()
      const sign = page
        .locator('.plot svg:visible')
        .locator(chart === 'corridors' ? '.incident' : 'g.panel')
        .first()
      await sign.hover({ force: true })
      await expect(tip).toBeVisible()
      expect((await tip.innerText()).length).toBeGreaterThan(10)
    })
  })
}

test('what is pointed at is what the table says of that week', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 })
  await page.goto(embedAddress(arrivals))
  const bar = page.locator('.plot svg:visible text', { hasText: /^875$/ })
  const box = await bar.boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 60)
  const tip = page.locator('.tip')
  await expect(tip).toContainText('12–18 Jan 2026')
  await expect(tip).toContainText('875')
  await page.getByText('The figures as a table').click()
  const row = page.getByRole('row', { name: /12–18 Jan 2026/ })
  await expect(row).toContainText('875')
})

test('nothing is stored in the reader’s browser', async ({ page }) => {
  await page.goto(embedAddress(arrivals))
  const stored = await page.evaluate(() => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
  ])
  expect(stored).toEqual([0, 0, ''])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  for (const chart of CHARTS)
    test(`the frame of ${chart} has its title, drawing, sources and table`, async ({
      page,
      host,
      baseURL,
    }) => {
      await page.goto(
        host.url(
          iframeCode({
            address: `${baseURL}${embedAddress({ chart, view: { lang: 'en' } })}`,
            title: 'Chart',
            height: 900,
          }),
        ),
      )
      const frame = page.frameLocator('iframe')
      await expect(titleOf(frame)).toBeVisible()
      await expect(frame.locator('.plot svg:visible')).toHaveCount(1)
      await expect(frame.locator('.credit')).toContainText(/report|incident/)
      await expect(frame.getByText(/^Live: this (chart|map) follows the data/)).toBeVisible()
      await frame.getByText('The figures as a table').click()
      await expect(frame.getByRole('table')).toBeVisible()
    })
})
