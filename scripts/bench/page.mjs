import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { weigh } from './bytes.mjs'
import { referencePages } from './pages.mjs'
import { launch, oneVisit, twoVisits } from './phone.mjs'
import { median } from './samples.mjs'
import { startServer } from './server-process.mjs'
import { rowOf } from './sheet.mjs'
import { DRAWN } from './desk.mjs'
import { writtenByHand } from './static-page.mjs'

const BLOCKED_MS = 900
const HEAP_MB = 14
const RATIOS = { headlines: 1.3, map: 2.2, charts: 1.6, again: 0.5 }

export const OURS = {
  marks: {
    headlines: 'section[aria-labelledby="headlines"] ul li p',
    // Its picture is drawn first, with all that the reference draws; then the map, which can be moved and pressed.
    map: '[data-first-map] canvas, .leaflet-corridors-pane canvas',
    movable: '.leaflet-corridors-pane canvas',
    charts: `#charts [role="slider"]${DRAWN}`,
  },
  // Charts may wait until somebody comes near them: this reader does, as soon as the map is there.
  scrolls: `#charts [role="slider"]:not(${DRAWN}), #charts:not(:has([role="slider"]))`,
}
const LINES = '.leaflet-overlay-pane path, .leaflet-overlay-pane canvas'
const CURVE = '.recharts-line-curve'
const OTHERS = {
  'static-svg': { marks: { headlines: 'ul li p', map: 'svg path' } },
  'react-paragraph': { marks: { headlines: '#paragraph' } },
  'leaflet-lines': { marks: { map: LINES } },
  'recharts-chart': { marks: { charts: CURVE } },
  dashboard: { marks: { headlines: '#figure', map: LINES, charts: CURVE } },
}
const NAMES = {
  'static-svg': 'written by hand',
  'react-paragraph': 'React, one paragraph',
  'leaflet-lines': 'Leaflet, two lines',
  'recharts-chart': 'one Recharts chart',
  dashboard: 'leanest dashboard',
}

/** What a repeated visit is compared with too: less than this no page can do. */
const LEANEST = 'static-svg'

/** A first and a repeated visit on the line that our readers have, beside pages that do less. */
export async function page({ root, options: { rounds }, executablePath, tell }) {
  const product = await startServer(root)
  let pages = null
  let browser = null
  try {
    pages = await referencePages(root, { 'static-svg': await byHand(root, product.url) })
    browser = await launch(executablePath)
    const visits = {
      ours: [],
      ...Object.fromEntries(Object.keys(OTHERS).map((name) => [name, []])),
    }
    // In turns, so that a busy minute of the machine falls on all of them.
    for (let round = 0; round < rounds; round += 1) {
      tell(`  visit ${round + 1} of ${rounds}`)
      for (const [name, what] of Object.entries(OTHERS)) {
        const url = pages.urls[name]
        visits[name].push(
          name === LEANEST
            ? await twoVisits(browser, url, what)
            : { first: await oneVisit(browser, url, what) },
        )
      }
      visits.ours.push(await twoVisits(browser, product.url, OURS))
    }
    return [...timeRows(visits), ...sizeRows(visits), ...(await buildRows(root))]
  } finally {
    await browser?.close()
    pages?.stop()
    await product.stop()
  }
}

async function byHand(root, url) {
  const situation = await (await fetch(new URL('/api/v1/situation', url))).json()
  const { legs } = JSON.parse(await readFile(join(root, 'public/geo/corridors.json'), 'utf8'))
  return writtenByHand({ situation, legs })
}

const middle = (values) => median(values.toSorted((a, b) => a - b))
const row = (line) => rowOf({ part: 'page', unit: 'ms', ...line })

/** When all that one mark finds was there: of charts, the last of them. */
function timeOf(visits, which, mark) {
  return middle(
    visits.map((visit) =>
      mark === 'charts' ? visit[which].seen[mark].at(-1) : visit[which].seen[mark][0],
    ),
  )
}

function timeRows(visits) {
  const first = (name, mark) => timeOf(visits[name], 'first', mark)
  const compared = (mark, what, names) =>
    names.map((name, nth) =>
      row({
        what,
        on: 'first visit, bamako',
        value: first('ours', mark),
        reference: { what: NAMES[name], value: first(name, mark), unit: 'ms' },
        goal: nth === 0 ? { ratio: RATIOS[mark] } : null,
      }),
    )
  const again = (mark, what, limit = null) => {
    const on = 'repeated visit, bamako'
    const value = timeOf(visits.ours, 'again', mark)
    const reference = { what: 'first visit', value: first('ours', mark), unit: 'ms' }
    const own = row({ what, on, value, reference, goal: limit === null ? null : { ratio: limit } })
    if (!(mark in OTHERS[LEANEST].marks)) return [own]
    const least = timeOf(visits[LEANEST], 'again', mark)
    const beside = { what: `${NAMES[LEANEST]}, repeated`, value: least, unit: 'ms' }
    return [own, row({ what, on, value, reference: beside })]
  }
  return [
    ...compared('headlines', 'headline figures', ['react-paragraph', 'static-svg', 'dashboard']),
    ...compared('map', 'map with its corridors', ['leaflet-lines', 'static-svg', 'dashboard']),
    row({
      what: 'map, to be moved and pressed',
      on: 'first visit, bamako',
      value: first('ours', 'movable'),
      reference: { what: NAMES['leaflet-lines'], value: first('leaflet-lines', 'map'), unit: 'ms' },
    }),
    ...compared('charts', 'all charts', ['recharts-chart', 'dashboard']),
    ...again('headlines', 'headline figures', RATIOS.again),
    ...again('map', 'map with its corridors', RATIOS.again),
    ...again('movable', 'map, to be moved and pressed'),
    ...again('charts', 'all charts'),
  ]
}

function sizeRows(visits) {
  const of = (name, which, what) => middle(visits[name].map((visit) => visit[which][what]))
  const sized = ({ what, unit, from, by = 1, which = 'first', goal = null }) =>
    row({
      what,
      on: which === 'first' ? 'first visit, bamako' : 'repeated visit, bamako',
      unit,
      value: of('ours', which, from) / by,
      reference:
        which === 'first'
          ? { what: NAMES.dashboard, value: of('dashboard', which, from) / by, unit }
          : { what: 'first visit', value: of('ours', 'first', from) / by, unit },
      goal,
    })
  return [
    sized({ what: 'blocked', unit: 'ms', from: 'blocked', goal: { most: BLOCKED_MS } }),
    sized({
      what: 'heap after collection',
      unit: 'MB',
      from: 'heap',
      by: 1e6,
      goal: { most: HEAP_MB },
    }),
    sized({ what: 'requests', unit: '', from: 'requests' }),
    sized({ what: 'over the line', unit: 'kB', from: 'bytes', by: 1e3 }),
    sized({ what: 'scripts over the line', unit: 'kB', from: 'scriptBytes', by: 1e3 }),
    sized({ what: 'requests', unit: '', from: 'requests', which: 'again' }),
    sized({ what: 'over the line', unit: 'kB', from: 'bytes', by: 1e3, which: 'again' }),
    row({
      what: 'other hosts asked',
      on: 'first visit',
      unit: '',
      value: of('ours', 'first', 'strangers'),
      goal: { most: 0 },
    }),
  ]
}

async function buildRows(root) {
  const { parts } = await weigh(join(root, 'dist/client'))
  return parts.map(({ name, bytes, budget }) =>
    row({
      what: name,
      on: 'the build, Brotli 11',
      unit: 'kB',
      value: bytes / 1000,
      goal: { most: budget / 1000 },
    }),
  )
}
