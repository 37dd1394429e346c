import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'
import { median, quantile, samples, timed } from './samples.mjs'

/** Milliseconds, medians, warm, on the built-in database with the public record. */
const SITUATION_MS = 15
const SERIES_MS = 10
/** A page that is not kept, over reports that are: what drawing costs beyond reading. */
const COLD_EMBED_MS = 50
const EMBEDS = ['wait', 'arrivals', 'prices', 'corridors']
const WARM = { warmUps: 50, runs: 200 }

/** The API without HTTP around it: how long answers, the opening of the store and the import take. */
export async function benchServer() {
  register()
  const { fixedAccess } = await import('#server/access/access.ts')
  const { createApi } = await import('#server/app.ts')
  const { loadAtlas } = await import('#server/atlas.ts')
  const { embedParts } = await import('#server/embed-parts.ts')
  const { importFiles } = await import('#server/import-files.ts')
  const { recordFiles } = await import('#server/record-files.ts')
  const { BUILT_CLIENT, GEOGRAPHY, PUBLIC_RECORD } = await import('#server/release.ts')
  const { openStore } = await import('#server/store/open-store.ts')
  const { METRICS } = await import('#domain/series.ts')

  const data = await mkdtemp(join(tmpdir(), 'jauge-bench-'))
  const settings = { data, databaseUrl: null }
  const atlas = await loadAtlas(GEOGRAPHY)
  const files = await recordFiles(PUBLIC_RECORD)
  const rows = []
  let opened = null
  try {
    const made = await timed(() => openStore(settings))
    opened = made.result
    const { store } = opened
    const brought = await timed(() =>
      importFiles(files, { store, atlas, batch: Infinity, tell: () => {} }),
    )
    await store.close()
    const reopened = await timed(() => openStore(settings))
    opened = reopened.result
    const api = createApi({
      store: opened.store,
      atlas,
      now: () => new Date().toISOString(),
      access: fixedAccess(() => 'public'),
      dataMode: 'live',
      embeds: await embedParts({ client: BUILT_CLIENT, geography: GEOGRAPHY }),
    })
    const first = await timed(() => body(api, '/situation'))
    const { added } = brought.result
    rows.push({ name: 'store, made and migrated', ms: made.ms })
    rows.push({ name: `the record imported (${added} reports)`, ms: brought.ms })
    rows.push({ name: 'store, opened again', ms: reopened.ms })
    rows.push({ name: 'first /situation after that', ms: first.ms })

    const { window } = JSON.parse(first.result)
    const warm = async (name, pathOf, budgetMs) => {
      const times = await samples((round) => body(api, pathOf(round)), WARM)
      rows.push({ name, ms: median(times), p95: quantile(times, 0.95), budgetMs })
    }
    await warm('/situation', () => '/situation', SITUATION_MS)
    await warm(
      '/situation, another day each time',
      (round) => `/situation?at=${dayBefore(window.to, round % 100)}`,
      SITUATION_MS,
    )
    for (const metric of METRICS)
      await warm(`/series/${metric}`, () => `/series/${metric}`, SERIES_MS)
    await warm(`/series, all ${METRICS.length}`, () => `/series/${METRICS.join(',')}`, null)
    await warm('/corridors', () => '/corridors', null)
    await warm('/sites', () => '/sites', null)
    await warm('/incidents', () => '/incidents', null)
    await warm('/reports', () => '/reports', null)
    for (const chart of EMBEDS)
      await warm(
        `/embed/${chart}, a window that nobody has asked for`,
        (round) => `/embed/${chart}?last=${120 + round}d&lang=en`,
        COLD_EMBED_MS,
      )
  } finally {
    await opened?.store.close()
    await rm(data, { recursive: true, force: true })
  }
  return rows
}

async function body(api, path) {
  const base = path.startsWith('/embed/') ? '' : '/api/v1'
  const response = await api.fetch(new Request(`http://bench${base}${path}`))
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`)
  return text
}

function dayBefore(day, days) {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}
