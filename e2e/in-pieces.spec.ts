import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

/** What a line that keeps faltering gives of a page at once. */
const UP_TO = ['>Jauge</', '</h1>', '</li>']

/** A server that sends nothing but the page, in pieces: the next one each time it is told to go on. */
async function inPieces(html: string) {
  const ends = UP_TO.map((mark) => html.indexOf(mark) + mark.length)
  const pieces = [0, ...ends].map((from, nth) => html.slice(from, ends[nth]))
  let goOn = () => {}
  const server = createServer(async (request, response) => {
    if (request.url !== '/') return response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    for (const piece of pieces) {
      const told = new Promise<void>((resolve) => (goOn = resolve))
      response.write(piece)
      await told
    }
    return response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    pieces: pieces.length,
    goOn: () => goOn(),
    close: () => server.closeAllConnections(),
  }
}

const paints = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('paint').map(({ name }) => name))

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test(`what comes in pieces is shown whole at ${width} pixels, and nothing of it jumps`, async ({
    page,
    request,
  }) => {
    const html = await (await request.get('/')).text()
    const server = await inPieces(html)
    await page.setViewportSize({ width, height })
    await page.addInitScript(() => {
      const shifts: number[] = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
      Object.assign(globalThis, { shifts })
    })
    await page.goto(server.url, { waitUntil: 'commit' })
    for (let nth = 1; nth < server.pieces; nth += 1) {
      await page.waitForTimeout(300)
      expect(await paints(page)).toEqual([])
      server.goOn()
    }
    await expect.poll(() => paints(page)).toContain('first-contentful-paint')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('La situation')
    server.goOn()
    await page.waitForLoadState()
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)
    expect(shifts).toEqual([])
    server.close()
  })
}
