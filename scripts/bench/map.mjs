import { atDesk, pressed } from './desk.mjs'
import { manySites } from './pages/data.js'
import { referencePages } from './pages.mjs'
import { launch } from './phone.mjs'
import { median } from './samples.mjs'
import { startServer } from './server-process.mjs'
import { rowOf } from './sheet.mjs'

const SITES_MS = 300
const ZOOM_MS = 120
const ZOOM_STEPS = 6
const LEVELS = 0.75
/** So late, nothing else is on its way any more: what is painted after it is painted for it. */
const LATE_MS = 2_500
const PATIENCE_MS = 8_000

/** Thousands of sites on the map, and a step of its zoom, beside Leaflet with as many circles on a canvas. */
export async function map({ root, options: { rounds, sites }, executablePath }) {
  const product = await startServer(root)
  let pages = null
  let browser = null
  try {
    pages = await referencePages(root)
    browser = await launch(executablePath)
    const answer = await answerWith(product.url, sites)
    const times = { shown: [], zoomed: [], shownThere: [], zoomedThere: [] }
    for (let round = 0; round < rounds; round += 1) {
      const there = await onLeaflet(browser, pages.urls['leaflet-sites'], answer)
      const ours = await onOurs(browser, product.url, answer)
      times.shown.push(ours.shown)
      times.shownThere.push(there.shown)
      times.zoomed.push(...ours.zoomed)
      times.zoomedThere.push(...there.zoomed)
    }
    const middle = (values) => median(values.toSorted((a, b) => a - b))
    const row = (what, of, goal) =>
      rowOf({
        part: 'map',
        what,
        on: `${sites} sites, a quarter of the processor`,
        value: middle(times[of]),
        unit: 'ms',
        reference: { what: 'Leaflet, canvas', value: middle(times[`${of}There`]), unit: 'ms' },
        goal: { most: goal },
      })
    return [
      row('from the answer until all is painted', 'shown', SITES_MS),
      row('a zoom step, until all is painted', 'zoomed', ZOOM_MS),
    ]
  } finally {
    await browser?.close()
    pages?.stop()
    await product.stop()
  }
}

async function answerWith(url, sites) {
  const answer = await (await fetch(new URL('/api/v1/sites', url))).json()
  return JSON.stringify({ ...answer, features: manySites(sites, answer.window.at) })
}

async function onLeaflet(browser, url, answer) {
  const { page, close } = await atDesk(browser, url, { until: '.leaflet-container' })
  const shown = await page.evaluate(
    (text) => globalThis.bench.timed(() => globalThis.show(text)),
    answer,
  )
  const zoomed = []
  for (const levels of levelsOf())
    zoomed.push(
      await page.evaluate((by) => globalThis.bench.timed(() => globalThis.zoomBy(by)), levels),
    )
  await close()
  return { shown, zoomed }
}

/** A step of the timeline asks for the sites of another day: that is the answer that has thousands. */
async function onOurs(browser, url, answer) {
  let isMany = false
  const { page, close } = await atDesk(browser, url, {
    until: '.leaflet-corridors-pane path, .leaflet-corridors-pane canvas',
    prepare: (page) =>
      page.route('**/api/v1/sites?*', async (route) => {
        if (!isMany) return route.fallback()
        await new Promise((resolve) => setTimeout(resolve, LATE_MS))
        return route.fulfill({ contentType: 'application/geo+json', body: answer })
      }),
  })
  isMany = true
  const before = await page.evaluate(() => performance.now())
  await page.click('button[aria-label="Back one day"]')
  const asked = (since) =>
    performance
      .getEntriesByType('resource')
      .find(({ name, startTime }) => name.includes('/api/v1/sites') && startTime > since)
      ?.responseEnd
  const come = await page.waitForFunction(asked, before, { timeout: 30_000 })
  const shown = await page.evaluate(
    (begun) => globalThis.bench.since(begun),
    await come.jsonValue(),
  )
  const zoomed = []
  for (const levels of levelsOf()) {
    zoomed.push(await pressed(page, `button[aria-label="Zoom ${levels > 0 ? 'in' : 'out'}"]`))
    // Seconds each: what they are is known by now, and the rest of the run must not wait.
    if (zoomed.reduce((sum, each) => sum + each, 0) > PATIENCE_MS) break
  }
  await close()
  return { shown, zoomed }
}

/** In and out again. */
function levelsOf() {
  return Array.from({ length: ZOOM_STEPS }, (_, step) => (step % 2 === 0 ? LEVELS : -LEVELS))
}
