import { FAILED_REQUEST, expect, test } from './product.ts'

test.describe('a reader without scripts', () => {
  test.use({ javaScriptEnabled: false })
  for (const [address, title, arrivals] of [
    ['/', '12 mars 2026', /519/],
    ['/?lang=en', '12 March 2026', /519/],
    ['/?at=2026-01-18', '18 janvier 2026', /875/],
  ] as const) {
    test(`reads the headline figures at ${address}`, async ({ page }) => {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
      await expect(page.getByRole('listitem')).toHaveCount(6)
      await expect(page.getByRole('listitem').first()).toContainText(arrivals)
      await expect(page.getByText(/12 (mars|March) 2026/).last()).toBeVisible()
      await expect(page.getByRole('link', { name: /CSV|donn|data/i })).toBeVisible()
    })
  }
})

test('a shared link shows title, figures and a picture that is really there', async ({
  page,
  request,
}) => {
  await page.goto('/?lang=en&at=2026-01-18')
  const meta = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')
  expect(await page.title()).toMatch(/18 January 2026/)
  expect(await meta('og:title')).toMatch(/18 January 2026/)
  expect(await meta('description')).toMatch(/875/)
  expect(await meta('og:description')).toMatch(/875/)
  expect(await meta('og:url')).toMatch(/at=2026-01-18/)
  const address = (await meta('og:image')) ?? ''
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/.+/)
  const picture = await request.get(address)
  expect(picture.headers()['content-type']).toBe('image/png')
  const bytes = await picture.body()
  // Width and height stand in a PNG's first chunk.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})

test('corrections have an address', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: /erreur|correction/i }).first()).toHaveAttribute(
    'href',
    'mailto:corrections@example.org',
  )
})

test('an address where nothing is says so, and leads home', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST)
  const answer = await page.goto('/nothing-here')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('link')).toHaveAttribute('href', '/')
})

test('an address typed wrongly still opens', async ({ page, watch }) => {
  watch.forgiven.push(FAILED_REQUEST)
  await page.goto('/?at=yesterday&corridor=mars&open=nothing:at-all')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12 mars 2026')
  await page.goto('/?from=2026-03-01&to=2025-01-01')
  await expect(page.getByRole('alert').first()).toContainText(/from|to/)
  await expect(
    page.getByRole('button', { name: /Vue de départ|Revenir|Réessayer/ }).first(),
  ).toBeVisible()
})
