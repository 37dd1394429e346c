import type { Page } from '@playwright/test'
import { embedAddress } from '#contract/embed.ts'
import { iframeCode, oEmbedAddress, scriptCode } from '#contract/embed-code.ts'
import { arrivals, expect, test, titleOf } from './embed-page.ts'
import { RECEIVERS } from './host-page.ts'

const WIDTHS = [320, 479, 480, 640, 859, 860, 1200]

/** The frame is as high as what stands in it, at every width of the page. */
async function expectFitting(page: Page) {
  const frame = page.frameLocator('iframe')
  await expect(titleOf(frame)).toBeVisible()
  for (const width of [...WIDTHS, ...WIDTHS.toReversed()]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(async () => {
      const given = await page.locator('iframe').evaluate((element) => element.clientHeight)
      const needed = await frame
        .locator('body')
        .evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
      expect(given, `at ${width} px`).toBe(needed)
      expect(needed).toBeGreaterThan(250)
    }).toPass({ timeout: 5000, intervals: [50] })
    const wide = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(wide, `nothing is cut off at ${width} px`).toBeLessThanOrEqual(0)
  }
  // Opening the table makes the frame grow, closing it makes it shrink.
  const before = await page.locator('iframe').evaluate((element) => element.clientHeight)
  const height = () => page.locator('iframe').evaluate((element) => element.clientHeight)
  await frame.getByText('The figures as a table').click()
  await expect.poll(height).toBeGreaterThan(before + 100)
  await frame.getByText('The figures as a table').click()
  await expect.poll(height).toBe(before)
}

test.describe('on a newsroom’s page of another origin', () => {
  const code = (baseURL: string | undefined) => ({
    address: `${baseURL}${embedAddress(arrivals)}`,
    title: 'Tankers that arrived',
    height: 480,
  })

  test('a bare frame shows the chart in the room it was given', async ({ page, baseURL, host }) => {
    await page.goto(host.url(iframeCode(code(baseURL))))
    const frame = page.frameLocator('iframe')
    await expect(titleOf(frame)).toBeVisible()
    await expect(page.locator('iframe')).toHaveAttribute('title', 'Tankers that arrived')
    expect(await page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(480)
  })

  test('our script gives it the height it needs', async ({ page, baseURL, host }) => {
    await page.goto(host.url(scriptCode(code(baseURL))))
    await expect(page.locator('iframe')).toHaveAttribute('title', 'Tankers that arrived')
    await expect(page.locator('iframe')).toHaveAttribute('loading', 'lazy')
    await expectFitting(page)
  })

  test('our script beside a bare frame does too', async ({ page, baseURL, host }) => {
    const script = `<script async src="${baseURL}/embed.js"></script>`
    await page.goto(host.url(iframeCode(code(baseURL)) + script))
    await expectFitting(page)
  })

  test('our script makes no frame of another host’s address, nor of one that runs', async ({
    page,
    baseURL,
    host,
  }) => {
    const places = ['https://evil.example/embed/arrivals', 'javascript:alert(1)', '/api/v1/reports']
      .map((address) => `<div data-jauge="${address}">nothing</div>`)
      .join('')
    await page.goto(host.url(`${places}<script async src="${baseURL}/embed.js"></script>`))
    await expect(page.locator('[data-jauge]')).toHaveCount(0)
    await expect(page.locator('iframe')).toHaveCount(0)
  })

  test('our script hears no height from anybody but ourselves', async ({ page, baseURL, host }) => {
    const liar = host.url(`<script>parent.postMessage({ jauge: 'x', height: 9000 }, '*')</script>`)
    const article = `<iframe src="${liar}" height="100"></iframe><script src="${baseURL}/embed.js"></script>`
    await page.goto(host.url(article))
    await page.waitForLoadState('networkidle')
    expect(await page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(100)
  })

  for (const [generation, receiver] of Object.entries(RECEIVERS))
    test(`Datawrapper’s ${generation} receiver gives it the height it needs`, async ({
      page,
      baseURL,
      host,
    }) => {
      const article = `<script>${receiver}</script>${iframeCode(code(baseURL))}`
      await page.goto(host.url(article))
      await expectFitting(page)
    })

  test('pym’s script gives it the height it needs', async ({ page, baseURL, host }) => {
    const { address } = code(baseURL)
    const article = `<div id="chart-1"></div><script src="/pym.js"></script><script>new pym.Parent('chart-1', '${address}', {})</script>`
    await page.goto(host.url(article))
    await expectFitting(page)
  })

  test('what oEmbed gives is a frame that shows it', async ({ page, baseURL, request, host }) => {
    const told = await request.get(oEmbedAddress(code(baseURL).address, 'json'))
    const { html, height, title } = (await told.json()) as {
      html: string
      height: number
      title: string
    }
    await page.setViewportSize({ width: 640, height: 900 })
    await page.goto(host.url(html))
    const frame = page.frameLocator('iframe')
    await expect(titleOf(frame)).toHaveText(title)
    const needed = await frame.locator('body').evaluate((body) => body.clientHeight)
    // Told before anything is drawn: near enough that nobody has to scroll far.
    expect(Math.abs(height - needed)).toBeLessThan(60)
  })

  test('the page around it may be framed by nobody else', async ({ request }) => {
    const policy = async (path: string) =>
      (await request.get(path)).headers()['content-security-policy']
    expect(await policy('/')).toContain("frame-ancestors 'none'")
    expect(await policy('/api/v1/situation')).toContain("frame-ancestors 'none'")
    expect(await policy('/embed/wait')).toContain('frame-ancestors *')
  })

  test('in a frame without an origin, as AMP makes it, the chart is live', async ({
    page,
    baseURL,
    host,
  }) => {
    const { address } = code(baseURL)
    const heard = `<script>addEventListener('message', ({ data }) => { if (data.sentinel === 'amp' && data.type === 'embed-size') document.title = data.height })</script>`
    await page.goto(host.url(`${heard}<iframe sandbox="allow-scripts" src="${address}"></iframe>`))
    await expect(page).toHaveTitle(/^\d{3,4}$/)
    await expect(page.frameLocator('iframe').getByRole('slider')).toBeAttached()
  })
})
