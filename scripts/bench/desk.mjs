import { SLOWER } from './phone.mjs'

const DESK = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' }
/** A chart none of whose panels is still to come. */
export const DRAWN = ':is(:has(svg path):not(:has(> div > div > div > div[aria-hidden])))'
/** When nothing has changed for so long, what was asked for is there. */
const QUIET_MS = 500

/**
 * A page at a desk, on a quarter of this processor and without a slow line: what is measured is what the browser has to
 * do. `prepare` is given the page before it goes to `url`.
 */
export async function atDesk(browser, url, { until, prepare = async () => {} }) {
  const context = await browser.newContext(DESK)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await prepare(page)
  await page.addInitScript(watch, QUIET_MS)
  await page.goto(url)
  await page.waitForSelector(until, { timeout: 60_000 })
  await page.evaluate(() => globalThis.bench.settled())
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return { page, session, close: () => context.close() }
}

/** Milliseconds from pressing the button until all that it changes is painted. */
export async function pressed(page, selector) {
  const button = await page.waitForSelector(selector)
  return button.evaluate((element) => globalThis.bench.timed(() => element.click()))
}

/** The longest frame, in milliseconds, while the pointer is moved along an element and back. */
export async function longestFrameAlong({ page, session }, selector) {
  const element = await page.waitForSelector(selector)
  await element.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await element.boundingBox()
  await page.evaluate(() => globalThis.bench.record())
  const begun = performance.now()
  for (let step = 0; step <= STEPS; step += 1) {
    const along = 0.1 + 0.85 * Math.abs(1 - (2 * step) / STEPS)
    const at = { x: x + width * along, y: y + height / 2 }
    // Not waited for: a hand does not wait for the picture either.
    session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at }).catch(() => {})
    const due = begun + step * FRAME_MS
    const left = due - performance.now()
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  }
  return page.evaluate(() => globalThis.bench.longest())
}

const STEPS = 150
const FRAME_MS = 1000 / 60

/** Runs in the page: knows when something in it last changed, and when that was painted. */
function watch(quietMs) {
  const BUSY_MS = 150
  const PATIENCE_MS = 60_000
  let changed = false
  let isPainting = false
  let painted = 0
  let lastChange = 0
  const frames = { times: null, before: 0 }
  const change = () => {
    changed = true
    lastChange = performance.now()
  }
  const everything = { subtree: true, childList: true, attributes: true, characterData: true }
  new MutationObserver(change).observe(document, everything)
  // What is drawn on a canvas changes no element.
  for (const name of ['fill', 'stroke', 'clearRect', 'drawImage']) {
    const draw = CanvasRenderingContext2D.prototype[name]
    CanvasRenderingContext2D.prototype[name] = function drawAndNote(...given) {
      change()
      return draw.apply(this, given)
    }
  }
  function frame() {
    const now = performance.now()
    // What had changed before the frame before this one began is on the screen now.
    if (isPainting) painted = now
    isPainting = changed
    changed = false
    if (frames.times) frames.times.push(now - frames.before)
    frames.before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

  // Work in slices changes nothing for long, and leaves no time to idle in.
  let lastIdle = 0
  let lastBusy = 0
  requestIdleCallback(function idle() {
    const now = performance.now()
    if (now - lastIdle > BUSY_MS) lastBusy = now
    lastIdle = now
    requestIdleCallback(idle)
  })

  async function settled(since = performance.now()) {
    const isQuiet = () => {
      const now = performance.now()
      return now - lastIdle < BUSY_MS && now - Math.max(since, lastChange, lastBusy) > quietMs
    }
    while (!isQuiet()) await nextFrame()
  }
  globalThis.bench = {
    settled,
    /** Milliseconds from `begun` until what followed was painted. */
    async since(begun) {
      const isPainted = () => painted > begun
      do await settled(begun)
      while (!isPainted() && performance.now() - begun < PATIENCE_MS)
      if (!isPainted()) throw new Error('Nothing was painted in a minute.')
      return painted - begun
    },
    async timed(work) {
      await nextFrame()
      const begun = performance.now()
      work()
      return globalThis.bench.since(begun)
    },
    record() {
      frames.times = []
      frames.before = performance.now()
    },
    longest() {
      const longest = Math.max(...frames.times)
      frames.times = null
      return longest
    },
  }
}
