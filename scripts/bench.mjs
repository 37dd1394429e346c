import { join } from 'node:path'
import { weigh } from './bench/bytes.mjs'
import { benchDemoInChromium, benchDemoInNode, DEMO_BUDGETS, weighDemo } from './bench/demo.mjs'
import { benchEmbeds } from './bench/embed.mjs'
import { benchPage } from './bench/page.mjs'
import { reference } from './bench/reference.mjs'
import { benchServer } from './bench/server.mjs'
import { buildDemoIfNeeded, buildIfNeeded } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { installIfNeeded } from './install.mjs'
import { ROOT } from './run.mjs'

await installIfNeeded()

const PARTS = { product, embed, demo }
// `npm run bench -- demo` measures the demo alone; without a name, all are.
const named = Object.keys(PARTS).filter((name) => process.argv.includes(name))
const parts = named.length > 0 ? named : Object.keys(PARTS)
if (parts.some((name) => name !== 'demo') && (await buildIfNeeded()) !== 0) process.exit(1)
if (parts.includes('demo') && (await buildDemoIfNeeded()) !== 0) process.exit(1)

const VISIBLE_TIMES = 1.15
const LIVE_TIMES = 2.5
const BLOCKED_MS = 60
const HEAP_BYTES = 2_000_000
const DOCUMENT_BYTES = 30_000
const PER_SECOND = 500
const P99_MS = 50

const broken = []
const ms = (value) => (value === undefined ? '' : `${value.toFixed(value < 10 ? 2 : 0)} ms`)
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const times = (value) => (value === undefined ? '' : `× ${value.toFixed(value < 10 ? 2 : 0)}`)

function table(title, head, rows) {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => String(row[column]).length)))
  console.log(`\n${title}`)
  for (const row of all) {
    const cells = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
    )
    console.log(`  ${cells.join('   ')}`.trimEnd())
  }
}

/** The budget in words, and a note of it when it is broken. */
function against(name, value, budget, show) {
  if (budget === null || budget === undefined) return ''
  if (value <= budget) return `≤ ${show(budget)}`
  broken.push(`${name}: ${show(value)}, and may be ${show(budget)}`)
  return `≤ ${show(budget)} BROKEN`
}

const { loopMs, emptyRouteMs } = await reference()
table(
  'This machine, now: the times below are to be read against these',
  ['', 'median'],
  [
    ['a fixed loop of integers', ms(loopMs)],
    ['an empty route', ms(emptyRouteMs)],
  ],
)

for (const name of parts) await PARTS[name]()

if (broken.length > 0) {
  console.error(`\nBroken budgets:\n${broken.map((each) => `  ${each}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nAll budgets hold.')

async function product() {
  table(
    'Answers, on the built-in database with the public record',
    ['', 'median', 'p95', 'to the loop', 'budget'],
    (await benchServer()).map(({ name, ms: value, p95, budgetMs }) => [
      name,
      ms(value),
      ms(p95),
      times(value / loopMs),
      against(name, value, budgetMs, ms),
    ]),
  )

  const { parts, linkedStyles } = await weigh(join(ROOT, 'dist/client'))
  table(
    'The build, Brotli 11',
    ['', 'size', 'budget'],
    parts.map(({ name, bytes, budget }) => [name, kb(bytes), against(name, bytes, budget, kb)]),
  )
  if (linkedStyles > 0) broken.push(`${linkedStyles} style sheets are linked instead of inlined`)

  const executablePath = process.argv.includes('--no-page') ? null : await findChromium()
  if (executablePath !== null) {
    table(
      'The first visit on a phone: 1.6 Mbit/s, 300 ms, a quarter of this processor',
      ['', 'ours', 'a page written by hand', 'ratio'],
      (await benchPage({ executablePath, root: ROOT })).map(({ name, ms: value, referenceMs }) => [
        name,
        ms(value),
        ms(referenceMs),
        times(value / referenceMs),
      ]),
    )
  }
}

async function demo() {
  const budget = DEMO_BUDGETS
  const mb = (value) => `${value.toFixed(0)} MB`
  const row = (name, value, show, limit) => [name, show(value), against(name, value, limit, show)]
  const inNode = await benchDemoInNode(ROOT)
  table(
    `The demo in Node: ${inNode.reports} reports`,
    ['', 'median', 'budget'],
    [
      row('from nothing to the first /situation', inNode.readyMs, ms, budget.readyMs),
      row('/situation, warm', inNode.warmMs, ms, budget.situationMs),
      row('/situation, warm, p95', inNode.warmP95, ms),
      row('/situation, first after news', inNode.afterNewsMs, ms),
      row('heap, after collection', inNode.heapMb, mb, budget.heapMb),
    ],
  )
  const executablePath = process.argv.includes('--no-page') ? null : await findChromium()
  if (executablePath !== null) {
    const folder = join(ROOT, 'dist/demo')
    const inPage = await benchDemoInChromium({ executablePath, folder })
    const heap = inPage.pageHeapMb + inPage.workerHeapMb
    table(
      'The demo’s static files in Chromium',
      ['', 'median', 'budget'],
      [
        row('start of the worker to /situation answered', inPage.readyMs, ms, budget.readyMs),
        row('longest task of the page meanwhile', inPage.longestTaskMs, ms),
        row('/situation, warm', inPage.warmMs, ms, budget.situationMs),
        row('heap of the page, after collection', inPage.pageHeapMb, mb),
        row('heap of the worker, after collection', inPage.workerHeapMb, mb),
        row('both', heap, mb, budget.heapMb),
      ],
    )
  }
  table(
    'What the demo adds, Brotli 11',
    ['', 'size'],
    (await weighDemo(join(ROOT, 'dist/demo'))).map(({ name, bytes }) => [name, kb(bytes)]),
  )
}

async function embed() {
  const executablePath = process.argv.includes('--no-page') ? null : await findChromium()
  const embeds = await benchEmbeds({ executablePath, root: ROOT })
  const whole = (value) => value.toFixed(0)
  if (embeds.charts.length > 0)
    table(
      'Embeds on that phone, beside a page written by hand with the same drawing',
      ['', 'value', 'budget'],
      embeds.charts.flatMap((chart) =>
        [
          ['drawing visible', chart.visible, VISIBLE_TIMES, times, ms(chart.visibleMs)],
          ['pointer live', chart.live, LIVE_TIMES, times, ms(chart.liveMs)],
          ['blocked', chart.blockedMs, BLOCKED_MS, ms, ''],
          ['heap', chart.heapBytes, HEAP_BYTES, kb, ''],
          ['document', chart.documentBytes, DOCUMENT_BYTES, kb, ''],
          ['other hosts asked', chart.strangers, 0, whole, ''],
        ].map(([what, value, budget, show, beside]) => {
          const name = `${chart.name}: ${what}`
          return [name, `${show(value)} ${beside}`.trim(), against(name, value, budget, show)]
        }),
      ),
    )
  const { perSecond, p99 } = embeds.load
  table(
    'One live embed, asked for by twenty at once',
    ['', 'value', 'goal'],
    [
      ['answers a second', whole(perSecond), `≥ ${PER_SECOND}`],
      ['p99', ms(p99), against('p99 of a live embed', p99, P99_MS, ms)],
    ],
  )
  if (perSecond < PER_SECOND)
    broken.push(`${whole(perSecond)} embeds a second, and should be ${PER_SECOND}`)
}
