import { atDesk, DRAWN, longestFrameAlong, pressed } from './desk.mjs'
import { referencePages } from './pages.mjs'
import { launch } from './phone.mjs'
import { median } from './samples.mjs'
import { startServer } from './server-process.mjs'
import { rowOf } from './sheet.mjs'

const FRAME_MS = 50
const STEP_MS = 100
const DAYS = 5

/** Pointing along a chart and stepping the timeline, beside the leanest pages that do the same. */
export async function chart({ root, options: { rounds }, executablePath }) {
  const product = await startServer(root)
  let pages = null
  let browser = null
  try {
    pages = await referencePages(root)
    browser = await launch(executablePath)
    const times = { pointing: [], pointingThere: [], stepping: [], steppingThere: [] }
    for (let round = 0; round < rounds; round += 1) {
      const there = await atDesk(browser, pages.urls.dashboard, { until: '.recharts-line-curve' })
      times.pointingThere.push(await longestFrameAlong(there, '.recharts-surface'))
      times.steppingThere.push(...(await steps(there.page, '#back')))
      await there.close()
      const until = `#charts [role="slider"]${DRAWN}`
      const ours = await atDesk(browser, product.url, { until })
      times.pointing.push(await longestFrameAlong(ours, '#charts [role="slider"]'))
      times.stepping.push(...(await steps(ours.page, 'button[aria-label="Back one day"]')))
      await ours.close()
    }
    const middle = (values) => median(values.toSorted((a, b) => a - b))
    const row = (what, of, goal) =>
      rowOf({
        part: 'chart',
        what,
        on: 'a quarter of the processor',
        value: middle(times[of]),
        unit: 'ms',
        reference: { what: 'leanest dashboard', value: middle(times[`${of}There`]), unit: 'ms' },
        goal: { most: goal },
      })
    return [
      row('pointing along a chart, the longest frame', 'pointing', FRAME_MS),
      row('a step of a day, until all is painted', 'stepping', STEP_MS),
    ]
  } finally {
    await browser?.close()
    pages?.stop()
    await product.stop()
  }
}

/** The first step is left out: what it runs has not been compiled yet. */
async function steps(page, button) {
  const times = []
  for (let day = 0; day <= DAYS; day += 1) times.push(await pressed(page, button))
  return times.slice(1)
}
