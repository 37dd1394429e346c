import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import type { FrameLocator, Page } from '@playwright/test'
import { CHARTS, embedAddress } from '#contract/embed.ts'
import { iframeCode, oEmbedAddress, scriptCode } from '#contract/embed-code.ts'
import { RECEIVERS, startHost } from './host-page.ts'

const WIDTHS = [320, 479, 480, 640, 859, 860, 1200]
let host: Awaited<ReturnType<typeof startHost>>
test.beforeAll(async () => {
  host = await startHost()
})
test.afterAll(() => host.close())

/** Fails when anything complains, or when anybody but ourselves and the newsroom is asked for anything. */
test.beforeEach(({ page, baseURL }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${baseURL}/`) && !/^(http:\/\/localhost:|data:)/.test(url))
      complaints.push(`asked ${url}`)
  })
  seen.set(page, complaints)
})
test.afterEach(async ({ page, context }) => {
  expect(seen.get(page)).toEqual([])
  expect(await context.cookies()).toEqual([])
})
const seen = new Map<Page, string[]>()

const arrivals = { chart: 'arrivals', view: { lang: 'en' } } as const
const titleOf = (frame: FrameLocator) => frame.getByRole('heading', { level: 1 })

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

  test('a bare frame shows the chart in the room it was given', async ({ page, baseURL }) => {
    await page.goto(host.url(iframeCode(code(baseURL))))
    const frame = page.frameLocator('iframe')
    await expect(titleOf(frame)).toBeVisible()
    await expect(page.locator('iframe')).toHaveAttribute('title', 'Tankers that arrived')
    expect(await page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(480)
  })

  test('our script gives it the height it needs', async ({ page, baseURL }) => {
    await page.goto(host.url(scriptCode(code(baseURL))))
    await expect(page.locator('iframe')).toHaveAttribute('title', 'Tankers that arrived')
    await expect(page.locator('iframe')).toHaveAttribute('loading', 'lazy')
    await expectFitting(page)
  })

  test('our script beside a bare frame does too', async ({ page, baseURL }) => {
    const script = `<script async src="${baseURL}/embed.js"></script>`
    await page.goto(host.url(iframeCode(code(baseURL)) + script))
    await expectFitting(page)
  })

  test('our script makes no frame of another host’s address, nor of one that runs', async ({
    page,
    baseURL,
  }) => {
    const places = ['https://evil.example/embed/arrivals', 'javascript:alert(1)', '/api/v1/reports']
      .map((address) => `<div data-jauge="${address}">nothing</div>`)
      .join('')
    await page.goto(host.url(`${places}<script async src="${baseURL}/embed.js"></script>`))
    await expect(page.locator('[data-jauge]')).toHaveCount(0)
    await expect(page.locator('iframe')).toHaveCount(0)
  })

  test('our script hears no height from anybody but ourselves', async ({ page, baseURL }) => {
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
    }) => {
      const article = `<script>${receiver}</script>${iframeCode(code(baseURL))}`
      await page.goto(host.url(article))
      await expectFitting(page)
    })

  test('pym’s script gives it the height it needs', async ({ page, baseURL }) => {
    const { address } = code(baseURL)
    const article = `<div id="chart-1"></div><script src="/pym.js"></script><script>new pym.Parent('chart-1', '${address}', {})</script>`
    await page.goto(host.url(article))
    await expectFitting(page)
  })

  test('what oEmbed gives is a frame that shows it', async ({ page, baseURL, request }) => {
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
    expect(await policy('/')).toBe("frame-ancestors 'self'")
    expect(await policy('/api/v1/situation')).toBe("frame-ancestors 'self'")
    expect(await policy('/embed/wait')).toContain('frame-ancestors *')
  })

  test('in a frame without an origin, as AMP makes it, the chart is live', async ({
    page,
    baseURL,
  }) => {
    const { address } = code(baseURL)
    const heard = `<script>addEventListener('message', ({ data }) => { if (data.sentinel === 'amp' && data.type === 'embed-size') document.title = data.height })</script>`
    await page.goto(host.url(`${heard}<iframe sandbox="allow-scripts" src="${address}"></iframe>`))
    await expect(page).toHaveTitle(/^\d{3,4}$/)
    await expect(page.frameLocator('iframe').getByRole('slider')).toBeAttached()
  })
})

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
    test(`the frame of ${chart} has its title, drawing, sources and table`, async ({ page }) => {
      await page.goto(
        host.url(
          iframeCode({
            address: `${test.info().project.use.baseURL}${embedAddress({ chart, view: { lang: 'en' } })}`,
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
