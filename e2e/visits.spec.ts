import type { CDPSession, Page } from '@playwright/test'
import { expect, settled, test } from './product.ts'

/** What a visit asks of the line, in requests and in kB with their heads: both repeat exactly, unlike times. */
const FIRST = { requests: 12, kB: 320 }
const AGAIN = { requests: 2, kB: 2 }

/** What comes over the line from now on; what the browser has kept costs nothing. */
async function lineOf(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page)
  const bytes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) bytes.set(requestId, 0)
  })
  session.on('Network.requestServedFromCache', ({ requestId }) => bytes.delete(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) bytes.delete(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (bytes.has(requestId)) bytes.set(requestId, encodedDataLength)
  })
  await session.send('Network.enable')
  return () => ({
    requests: bytes.size,
    kB: [...bytes.values()].reduce((sum, each) => sum + each, 0) / 1000,
  })
}

async function visit(page: Page) {
  const line = await lineOf(page)
  await page.goto('/')
  await settled(page)
  await page.waitForLoadState('networkidle')
  return line()
}

test('a first visit takes little of the line, and the next hardly any', async ({ page }) => {
  const first = await visit(page)
  expect(first.requests).toBeGreaterThan(5)
  expect(first.requests).toBeLessThanOrEqual(FIRST.requests)
  expect(first.kB).toBeLessThanOrEqual(FIRST.kB)

  const again = await visit(await page.context().newPage())
  expect(again.requests).toBeGreaterThan(0)
  expect(again.requests).toBeLessThanOrEqual(AGAIN.requests)
  expect(again.kB).toBeLessThanOrEqual(AGAIN.kB)
})
