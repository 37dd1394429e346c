import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import { PGlite } from '@electric-sql/pglite'
import { parse } from 'csv-parse/sync'
import { memoryOf } from './server-process.mjs'
import { rowOf } from './sheet.mjs'

const PER_SECOND = 5_000
/** Ten times the rows may take this much more memory and still be called flat. */
const FLAT = 1.2
const DAYS = 3_650
const BARE_ROWS = 20_000
const SAMPLE_MS = 200

/** Rows through `jauge import`, by itself and into an empty folder: how many a second, and in how much memory. */
export async function imports({ root, options: { rows: count }, tell }) {
  const home = join(root, '.cache/bench/import')
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  try {
    const few = await run(root, home, Math.round(count / 10), tell)
    const many = await run(root, home, count, tell)
    const bare = await bareRows()
    const row = (line) => rowOf({ part: 'import', on: `${count} rows, PGlite`, ...line })
    const beside = { what: 'bare rows into PGlite', value: bare, unit: '/s' }
    const before = { what: `with ${few.rows} rows`, value: few.mostMb, unit: 'MB' }
    return [
      row({
        what: 'jauge import, from its start to its end',
        value: many.rows / many.seconds,
        unit: '/s',
        reference: beside,
        goal: { least: PER_SECOND },
      }),
      row({
        what: 'memory at its most',
        value: many.mostMb,
        unit: 'MB',
        reference: before,
        goal: { ratio: FLAT },
      }),
    ]
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function run(root, home, rows, tell) {
  const file = join(home, `${rows}.csv`)
  const data = join(home, `data-${rows}`)
  await write(root, file, rows)
  tell(`Importing ${rows} rows.`)
  const begun = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/jauge.mjs'), 'import', file], {
    env: { ...process.env, JAUGE_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = ''
  let mostMb = 0
  child.stdout.on('data', (chunk) => (last = String(chunk)))
  const sampling = setInterval(() => {
    const memory = child.exitCode === null ? memoryNow(child.pid) : null
    if (memory) mostMb = Math.max(mostMb, memory.mostMb ?? memory.nowMb)
  }, SAMPLE_MS)
  const [code] = await once(child, 'exit')
  clearInterval(sampling)
  const seconds = (performance.now() - begun) / 1000
  if (code !== 0) throw new Error(`jauge import ended with ${code}: ${last}`)
  await rm(data, { recursive: true, force: true })
  return { rows, seconds, mostMb }
}

/** Null once the process has gone. */
function memoryNow(pid) {
  try {
    return memoryOf(pid)
  } catch {
    return null
  }
}

/** The public record over and over, each row under an id and on a day of its own. */
async function write(root, file, rows) {
  const record = parse(await readFile(join(root, 'server/record/reported-facts.csv')), {
    columns: true,
  })
  const columns = Object.keys(record[0])
  const out = createWriteStream(file)
  out.write(`${columns.join(',')}\n`)
  for (let nth = 0; nth < rows; nth += 1) {
    const fact = record[nth % record.length]
    const round = Math.floor(nth / record.length)
    const later = (day) => (day === '' ? '' : dayLater(day, -(round % DAYS)))
    const line = {
      ...fact,
      id: `${fact.id}-${round}`,
      date: later(fact.date),
      date_end: later(fact.date_end),
      source_published: later(fact.source_published),
    }
    const isTaken = out.write(`${columns.map((column) => quoted(line[column])).join(',')}\n`)
    if (!isTaken) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

const dayLater = (day, days) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What PGlite takes of rows that hold two texts, in statements of 500: no import into it can be faster. */
async function bareRows() {
  const database = await PGlite.create()
  await database.exec('create table bare (id text primary key, report text)')
  const begun = performance.now()
  for (let from = 0; from < BARE_ROWS; from += 500) {
    const values = Array.from({ length: 500 }, (_, nth) => [
      `report ${from + nth}`,
      'x'.repeat(800),
    ])
    const places = values.map((_, nth) => `($${2 * nth + 1}, $${2 * nth + 2})`).join(',')
    await database.query(`insert into bare values ${places}`, values.flat())
  }
  const seconds = (performance.now() - begun) / 1000
  await database.close()
  return BARE_ROWS / seconds
}
