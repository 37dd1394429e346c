import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { surroundings, tableOf, writeSheet } from './bench/sheet.mjs'
import { buildDemoIfNeeded, buildIfNeeded } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { installIfNeeded } from './install.mjs'
import { ROOT } from './run.mjs'

const HELP = `npm run bench -- [PART…] [--OPTION VALUE…]

Measures Jauge and, in the same run, what it is compared with. Without a part, all of them:

  api      answers with the public record and with the field's reports, on PGlite and on PostgreSQL; many readers at once
  import   rows a second through "jauge import", and the memory that takes
  page     a first and a repeated visit on a phone in Bamako, beside pages that do less
  chart    pointing along a chart and stepping the timeline, at a quarter of this processor
  map      thousands of sites and a zoom step, at a quarter of this processor
  embed    a chart in an article, and how many of them are answered
  demo     the static demo

and, only when it is named:

  profile  one first load: what waits for what, what the processor does, what is held

  --reports 1000000   reports of the field; they are kept below .cache for the next run
  --asks 12           questions of each kind to the API
  --readers 200       readers at once, and
  --seconds 10        for how long
  --no-postgres       the built-in database alone
  --rows 200000       rows to import
  --rounds 3          visits of each page, of which the median is taken
  --sites 5000        sites on the map

The table is printed and written to .cache/bench.json.`

const PARTS = {
  api: async () => (await import('./bench/api.mjs')).api,
  import: async () => (await import('./bench/import.mjs')).imports,
  page: async () => (await import('./bench/page.mjs')).page,
  chart: async () => (await import('./bench/chart.mjs')).chart,
  map: async () => (await import('./bench/map.mjs')).map,
  embed: async () => (await import('./bench/embed.mjs')).embed,
  demo: async () => (await import('./bench/demo.mjs')).demo,
}
/** Tells, and measures nothing that could be held to a goal. */
const TELLING = { profile: async () => (await import('./bench/profile.mjs')).profile }
const ALL = { ...PARTS, ...TELLING }
const NAMES = Object.keys(ALL)
const number = (usual) => ({ type: 'string', default: String(usual) })

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      reports: number(1_000_000),
      asks: number(12),
      readers: number(200),
      seconds: number(10),
      rows: number(200_000),
      rounds: number(3),
      sites: number(5_000),
      postgres: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  })
  const strange = positionals.filter((name) => !NAMES.includes(name))
  if (strange.length > 0) throw new Error(`There is no part ${strange.join(', ')}.`)
  const { postgres, help, ...numbers } = values
  const counts = Object.entries(numbers).map(([name, text]) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number.`)
    return [name, value]
  })
  return {
    parts:
      positionals.length > 0
        ? NAMES.filter((name) => positionals.includes(name))
        : Object.keys(PARTS),
    options: { ...Object.fromEntries(counts), postgres },
    help,
  }
}

let wish
try {
  wish = asked()
} catch (error) {
  console.error(`${error.message}\n\n${HELP}`)
  process.exit(2)
}
if (wish.help) {
  console.log(HELP)
  process.exit(0)
}

await installIfNeeded()
const { parts, options } = wish
if (parts.some((name) => name !== 'demo') && (await buildIfNeeded()) !== 0) process.exit(1)
if (parts.includes('demo') && (await buildDemoIfNeeded()) !== 0) process.exit(1)
const needsBrowser = parts.some((name) => name !== 'api' && name !== 'import')
const executablePath = needsBrowser ? await findChromium() : null
if (needsBrowser && executablePath === null) process.exit(1)

const on = surroundings(ROOT)
// Not before it is installed: on a fresh clone no package is there.
const { reference } = await import('./bench/reference.mjs')
const { loopMs, emptyRouteMs } = await reference()
const tell = (text) => console.log(text)
const rows = []
let failed = 0
for (const name of parts) {
  const begun = performance.now()
  tell(`Measuring: ${name}`)
  try {
    const measure = await ALL[name]()
    rows.push(...(await measure({ root: ROOT, options, executablePath, loopMs, tell })))
  } catch (error) {
    failed += 1
    console.error(`${name} could not be measured: ${error.stack}`)
  }
  tell(`  ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

console.log(
  `\n${on.date}, ${on.commit}\n${on.processors}, ${on.memoryGb} GB, Node ${on.node}; a fixed loop takes ${loopMs.toFixed(1)} ms, an empty route ${emptyRouteMs.toFixed(2)} ms\n`,
)
console.log(tableOf(rows))
const missed = rows.filter(({ isMet }) => isMet === false)
const met = rows.filter(({ isMet }) => isMet === true)
console.log(`\n${met.length} goals met, ${missed.length} missed.`)
const file = join(ROOT, '.cache/bench.json')
await writeSheet(file, { ...on, loopMs, emptyRouteMs, parts, options, rows })
if (missed.length > 0 || failed > 0) process.exitCode = 1
