import { Agent, createServer, get } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { LINE, SLOWER, startProduct } from './page.mjs'
import { median, quantile } from './samples.mjs'

const CHARTS = ['arrivals', 'prices', 'litres', 'corridors']
const LOADS = 7
const CLIENTS = 20
const REQUESTS = 5000

/**
 * Embeds of a running product: what a phone in Bamako sees of each and when, beside a page written by hand with the same
 * drawing; and how many requests of one live embed it answers in a second.
 */
export async function benchEmbeds({ executablePath, root }) {
  const product = await startProduct(root)
  try {
    const charts = executablePath === null ? [] : await visits(product.url, executablePath)
    return { charts, load: await load(new URL('/embed/arrivals?lang=fr', product.url)) }
  } finally {
    await product.stop()
  }
}

async function visits(product, executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  try {
    const rows = []
    for (const chart of CHARTS) rows.push(await compared(browser, product, chart))
    return rows
  } finally {
    await browser.close()
  }
}

async function compared(browser, product, chart) {
  const url = new URL(`/embed/${chart}?lang=en&theme=light`, product).href
  const reference = await serveByHand(await (await fetch(url)).text())
  try {
    const [ours, theirs] = [[], []]
    // In turns, so that a busy minute of the machine falls on both.
    for (let round = 0; round < LOADS; round += 1) {
      theirs.push(await visit(browser, reference.url))
      ours.push(await visit(browser, url))
    }
    const middle = (visits, what) =>
      median(visits.map((one) => one[what]).toSorted((a, b) => a - b))
    const visibleMs = middle(theirs, 'visible')
    return {
      name: chart,
      visible: middle(ours, 'visible') / visibleMs,
      live: middle(ours, 'live') / visibleMs,
      visibleMs: middle(ours, 'visible'),
      liveMs: middle(ours, 'live'),
      referenceMs: visibleMs,
      blockedMs: middle(ours, 'blocked'),
      heapBytes: middle(ours, 'heap'),
      documentBytes: middle(ours, 'documentBytes'),
      scriptBytes: middle(ours, 'scriptBytes'),
      strangers: Math.max(...ours.map((one) => one.strangers)),
    }
  } finally {
    reference.close()
  }
}

/** The drawing that a phone is shown, its title and its colours, in a page that somebody wrote by hand. */
async function serveByHand(page) {
  const [svg] = /<svg .*?<\/svg>/s.exec(page) ?? []
  const [colours] = /:root\{.*?\}/.exec(page) ?? []
  const [title] = /<h1.*?<\/h1>/.exec(page) ?? []
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Reference</title><style>${colours}body{font:16px/1.4 system-ui;margin:1rem}svg{width:100%;height:auto}</style>${title}<div class="plot">${svg}</div></html>`
  const body = brotliCompressSync(html)
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
    })
    response.end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

async function visit(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const sizes = { Document: 0, Script: 0 }
    const types = new Map()
    let strangers = 0
    session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (new URL(request.url).origin !== new URL(url).origin) strangers += 1
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId)
      if (type in sizes) sizes[type] += encodedDataLength
    })
    await session.send('Network.enable')
    await session.send('Performance.enable')
    await session.send('Network.emulateNetworkConditions', LINE)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(800)
    const seen = await page.evaluate(() => globalThis.seen)
    await session.send('HeapProfiler.enable')
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
    return { ...seen, heap, strangers, documentBytes: sizes.Document, scriptBytes: sizes.Script }
  } finally {
    await context.close()
  }
}

/** Runs in the page: the first frame in which the drawing has a place, and the one in which it can be pointed at. */
function watch() {
  globalThis.seen = { visible: 0, live: 0, blocked: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      globalThis.seen.blocked += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  function look() {
    const { seen } = globalThis
    const drawn = [...document.querySelectorAll('svg path')].some(
      (path) => path.getBoundingClientRect().width > 0,
    )
    if (drawn && seen.visible === 0) seen.visible = performance.now()
    if (document.querySelector('[role="slider"]') && seen.live === 0) seen.live = performance.now()
    if (seen.visible === 0 || seen.live === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** One live embed, asked for by a few clients that keep their connections. */
async function load(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const ask = () =>
    new Promise((resolve, reject) => {
      const begun = performance.now()
      get(url, { agent, headers: { 'Accept-Encoding': 'br' } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
        response.resume()
        response.on('end', () => resolve(performance.now() - begun))
      }).on('error', reject)
    })
  for (let round = 0; round < 300; round += 1) await ask()
  const times = []
  let left = REQUESTS
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (left > 0) {
        left -= 1
        times.push(await ask())
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  const sorted = times.toSorted((a, b) => a - b)
  return { perSecond: times.length / seconds, p99: quantile(sorted, 0.99), median: median(sorted) }
}
