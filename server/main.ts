import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Hono } from 'hono'
import type { Atlas } from '#domain/atlas.ts'
import type { AccessStore } from './access/access-store.ts'
import { makeLimits } from './access/limits.ts'
import { openIdProvider } from './access/openid-provider.ts'
import { storedAccess } from './access/stored-access.ts'
import { createApi } from './app.ts'
import { loadAtlas } from './atlas.ts'
import { backupListener } from './backup/backup-socket.ts'
import { commandListener } from './command-socket.ts'
import { embedParts } from './embed-parts.ts'
import { addressOf, close, LIMITS, listen } from './http-server.ts'
import { importFiles, lineOf } from './import-files.ts'
import { makeLog, standardOutput } from './log.ts'
import type { Log } from './log.ts'
import { makeReader } from './reading.ts'
import { recordFiles } from './record-files.ts'
import { BUILT_CLIENT, BUILT_DEMO, GEOGRAPHY, PUBLIC_RECORD } from './release.ts'
import type { Settings } from './settings.ts'
import { createSite } from './site.ts'
import { withKnownVersion, withSharedVersion } from './store/known-version.ts'
import { openStore } from './store/open-store.ts'
import type { ReportStore } from './store/store.ts'
import { workAhead } from './work-ahead.ts'

type Kept = { store: ReportStore; access: AccessStore; atlas: Atlas }

const now = () => new Date().toISOString()
/** Between two steps of what is worked out ahead: longer than a step, so that whoever asks meets none mostly. */
const REST_MS = 25

/** Serves until it is told to stop, then finishes what it is at. Gives the exit code. */
export async function serve(settings: Settings): Promise<number> {
  const stopped = stopSignal()
  const ending = new AbortController()
  const { signal } = ending
  const { access, database, lock, ...opened } = await openStore(settings)
  // Whoever holds a folder is the only one to write into it; a database server has other clients.
  const store = lock === null ? withSharedVersion(opened.store) : withKnownVersion(opened.store)
  try {
    const atlas = await loadAtlas(GEOGRAPHY)
    await loadRecordIfEmpty(store, atlas)
    lock?.serve(backupListener({ database, access }, commandListener({ store, access, atlas })))
    const log = makeLog(standardOutput())
    const app = await appOf(settings, { store, access, atlas }, log)
    const server = await listen({ settings, app, log, limits: LIMITS })
    console.log(`Jauge is at ${addressOf(server, settings.host)}`)
    const { read } = makeReader({ store, now, atlas })
    // Whoever asks meets what went wrong; here it only means that nothing was worked out ahead.
    workAhead({ read, atlas, rest: () => setTimeout(REST_MS, null, { signal }) }).catch(() => {})
    console.log(`Stopping: ${await stopped}.`)
    await close(server, LIMITS)
    return 0
  } finally {
    ending.abort()
    await store.close()
  }
}

/** Asked from the first moment on; further signals are ignored, because `npm start` passes on what it gets too. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(signal))
    }
  })
}

/** All or nothing: a start that is stopped half-way must not pass for a loaded record at the next. */
async function loadRecordIfEmpty(store: ReportStore, atlas: Atlas): Promise<void> {
  if ((await store.version()) > 0) return
  console.log('The store is empty: loading the public record.')
  const files = await recordFiles(PUBLIC_RECORD)
  await importFiles(files, {
    store,
    atlas,
    batch: Infinity,
    tell: (event) => void (event.kind === 'progress' || console.log(lineOf(event))),
  })
}

/** The API and the built application; the API alone while the application is being developed and has no build. */
async function appOf(
  settings: Settings,
  { store, atlas, ...kept }: Kept,
  { failed: report }: Log,
): Promise<Hono> {
  const limits = makeLimits()
  const provider = settings.openId ? openIdProvider(settings.openId) : null
  const access = storedAccess({ store: kept.access, now, limits, provider })
  const embeds = await embedParts({ client: BUILT_CLIENT, geography: GEOGRAPHY })
  const api = createApi({ store, atlas, now, report, access, limits, dataMode: 'live', embeds })
  if (!existsSync(join(BUILT_CLIENT, 'index.html'))) {
    console.log('The application is not built (npm run build): only the API is served.')
    return api
  }
  const { contact, tiles } = settings
  return createSite({
    api,
    atlas,
    folder: BUILT_CLIENT,
    demoFolder: BUILT_DEMO,
    settings: { contact, tiles },
    report,
  })
}
