import { chromium } from '@playwright/test'

/** The profile "bamako": 1.6 Mbit/s down, 0.75 up, 300 ms there and back, a quarter of this machine. */
export const LINE = {
  offline: false,
  latency: 300,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
}
export const SLOWER = 4
export const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }
const PATIENCE_MS = 60_000
/** A page that asks for nothing for so long has asked for all it wanted. */
const QUIET_MS = 1_500

export function launch(executablePath) {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
}

/**
 * Two visits of one reader: the first with nothing kept, the second with what the first has left in the browser's
 * cache. `marks` names what the reader waits for, each by a selector. Where `scrolls` names a selector, the reader goes
 * on to what it finds once everything else is there. All times in milliseconds from asking for the page.
 */
export async function twoVisits(browser, url, { marks, scrolls = null }) {
  const context = await browser.newContext(PHONE)
  try {
    const first = await visit(context, url, { marks, scrolls })
    const again = await visit(context, url, { marks, scrolls })
    return { first, again }
  } finally {
    await context.close()
  }
}

export async function oneVisit(browser, url, { marks, scrolls = null }) {
  const context = await browser.newContext(PHONE)
  try {
    return await visit(context, url, { marks, scrolls })
  } finally {
    await context.close()
  }
}

async function visit(context, url, { marks, scrolls }) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const traffic = await watchTraffic(session, url)
  await session.send('Performance.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watch, { marks, scrolls })
  await page.goto(url, { waitUntil: 'commit' })
  const names = Object.keys(marks)
  const isThere = (names) => names.every((name) => globalThis.seen?.[name]?.length > 0)
  await page.waitForFunction(isThere, names, { timeout: PATIENCE_MS, polling: 250 })
  await traffic.quiet(QUIET_MS, PATIENCE_MS)
  const { blocked, ...seen } = await page.evaluate(() => globalThis.seen)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
  await page.close()
  return { seen, blocked, heap, ...traffic.sums() }
}

/** What is asked for and what comes over the line; what the browser's cache gives costs nothing. */
async function watchTraffic(session, url) {
  const asked = new Map()
  let strangers = 0
  let last = performance.now()
  const touch = () => (last = performance.now())
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('http')) return
    if (new URL(request.url).origin !== new URL(url).origin) strangers += 1
    asked.set(requestId, { type, bytes: 0, isDone: false, isCached: false })
    touch()
  })
  const change = (requestId, what) => {
    if (asked.has(requestId)) Object.assign(asked.get(requestId), what)
    touch()
  }
  session.on('Network.requestServedFromCache', ({ requestId }) =>
    change(requestId, { isCached: true }),
  )
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) change(requestId, { isCached: true })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    change(requestId, { isDone: true, bytes: encodedDataLength }),
  )
  session.on('Network.loadingFailed', ({ requestId }) => change(requestId, { isDone: true }))
  await session.send('Network.enable')
  return {
    async quiet(forMs, patienceMs) {
      const begun = performance.now()
      const isBusy = () => [...asked.values()].some(({ isDone }) => !isDone)
      while (isBusy() || performance.now() - last < forMs) {
        if (performance.now() - begun > patienceMs) return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    sums() {
      const overLine = [...asked.values()].filter(({ isCached }) => !isCached)
      const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0)
      const ofType = (wanted) => sum(overLine.filter(({ type }) => type === wanted))
      return {
        requests: overLine.length,
        strangers,
        bytes: sum(overLine),
        scriptBytes: ofType('Script'),
        documentBytes: ofType('Document'),
      }
    },
  }
}

/** Runs in the page: the frames in which each thing that a mark finds first has a place on the screen. */
export function watch({ marks, scrolls }) {
  const seen = Object.fromEntries(Object.keys(marks).map((name) => [name, []]))
  seen.blocked = 0
  globalThis.seen = seen
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })

  const known = Object.fromEntries(Object.keys(marks).map((name) => [name, new WeakSet()]))
  const sample = { canvas: null }
  function isPainted(canvas) {
    if (canvas.width === 0 || canvas.height === 0) return false
    sample.canvas ??= Object.assign(document.createElement('canvas'), { width: 48, height: 48 })
    const pen = sample.canvas.getContext('2d', { willReadFrequently: true })
    pen.clearRect(0, 0, 48, 48)
    pen.drawImage(canvas, 0, 0, 48, 48)
    return pen.getImageData(0, 0, 48, 48).data.some((value, nth) => nth % 4 === 3 && value > 0)
  }
  function isShown(element) {
    const { width, height } = element.getBoundingClientRect()
    if (width === 0 && height === 0) return false
    return !(element instanceof HTMLCanvasElement) || isPainted(element)
  }
  const last = Object.keys(marks).at(-1)
  function look() {
    for (const [name, selector] of Object.entries(marks)) {
      // Only of the last, as of several charts, is more than the first waited for: looking costs the page time.
      if (name !== last && seen[name].length > 0) continue
      for (const element of document.querySelectorAll(selector)) {
        if (known[name].has(element) || !isShown(element)) continue
        known[name].add(element)
        seen[name].push(performance.now())
      }
    }
    const others = Object.keys(marks).slice(0, -1)
    if (scrolls !== null && others.every((name) => seen[name].length > 0))
      document.querySelector(scrolls)?.scrollIntoView({ block: 'nearest' })
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
