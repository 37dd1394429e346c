import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { register } from 'tsx/esm/api'
import { ROOT } from './run.mjs'
import { keptField } from './bench/field/kept.mjs'

const HELP = `node scripts/plans.mjs [--reports 1000000] [--no-postgres]

Prints how both databases answer the questions that a reading asks, with the field's reports: EXPLAIN (ANALYZE, BUFFERS) of
the very queries that the store sends. The reports are those of "npm run bench -- api".`

const { values: wish } = parseArgs({
  allowNegative: true,
  options: {
    reports: { type: 'string', default: '1000000' },
    postgres: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
})
if (wish.help) {
  console.log(HELP)
  process.exit(0)
}

register()
const { openStore } = await import('#server/store/open-store.ts')
const { PRODUCT_PARTS } = await import('#server/store/copies.ts')
const { planOf, questionsOf } = await import('#server/store/plans-for-tests.ts')

/** In the last days of the field's reports: what came due between the two is read anew. */
const BEFORE = '2026-01-30T06:00:00.000Z'
const LATER = '2026-01-30T18:00:00.000Z'

for (const database of wish.postgres ? ['PGlite', 'PostgreSQL'] : ['PGlite']) {
  const reports = Number(wish.reports)
  const field = await keptField({ root: ROOT, database, reports, tell: console.log })
  const none = await mkdtemp(join(tmpdir(), 'jauge-plans-'))
  const { data = none, databaseUrl = null } = field.where
  const parts = { ...PRODUCT_PARTS, now: () => BEFORE }
  const { store, database: opened } = await openStore({ data, databaseUrl }, 'import', parts)
  try {
    await show(`${database}: the first reading after a start`, opened, () => read(store, {}))
    await show(`${database}: twelve hours later`, opened, () => read(store, { clock: LATER }))
    const [last] = await read(store, { observed: { from: '2026-01-29', to: '2026-01-29' } })
    await show(`${database}: one report with its revisions`, opened, () =>
      store.revisions(last.id, reading({})),
    )
    await show(`${database}: when the public's view last changed`, opened, () =>
      store.lastReceived({ role: 'public', clock: LATER }),
    )
    await show(`${database}: as it was known in the middle of it`, opened, () =>
      read(store, { clock: LATER, known: '2026-01-20' }),
    )
  } finally {
    await store.close()
    await field.stop()
    await rm(none, { recursive: true, force: true })
  }
}

function reading(change) {
  return { role: 'public', clock: BEFORE, vintage: null, known: null, observed: null, ...change }
}

function read(store, change) {
  return store.read(reading(change))
}

/** A list of hundreds of ids by its first. */
function shortened(line) {
  return line.replaceAll(/\{([\w-]{36}),[\w,-]+\}/g, '{$1,…}')
}

async function show(what, database, work) {
  console.log(`\n## ${what}`)
  for (const asked of await questionsOf(database, work)) {
    console.log(`\n${asked.text.replaceAll(/\s+/g, ' ')}`)
    for (const line of await planOf(database, asked)) console.log(`  ${shortened(line)}`)
  }
}
