import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Atlas } from '#domain/atlas.ts'
import { createApi } from './app.ts'
import { loadAtlas } from './atlas.ts'
import { embedParts } from './embed-parts.ts'
import { importFiles, lineOf } from './import-files.ts'
import { importListener } from './import-socket.ts'
import { errorCode, OperatorError } from './operator-error.ts'
import { recordFiles } from './record-files.ts'
import { BUILT_CLIENT, BUILT_DEMO, GEOGRAPHY, PUBLIC_RECORD } from './release.ts'
import type { Settings } from './settings.ts'
import { createSite } from './site.ts'
import { openStore } from './store/open-store.ts'
import type { ReportStore } from './store/store.ts'

/** How long answers under way may take after the signal to stop. */
const FAREWELL_MS = 5_000

/** Serves until it is told to stop, then finishes what it is at. Gives the exit code. */
export async function serve(settings: Settings): Promise<number> {
  const stopped = stopSignal()
  const { store, lock } = await openStore(settings)
  try {
    const atlas = await loadAtlas(GEOGRAPHY)
    await loadRecordIfEmpty(store, atlas)
    lock?.serve(importListener({ store, atlas }))
    const server = await listen(settings, await appOf(settings, store, atlas))
    console.log(`Jauge is at ${addressOf(server, settings.host)}`)
    console.log(`Stopping: ${await stopped}.`)
    await close(server)
    return 0
  } finally {
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
async function appOf(settings: Settings, store: ReportStore, atlas: Atlas): Promise<Hono> {
  const now = () => new Date().toISOString()
  const report = (error: Error) =>
    console.error(`An answer failed: ${error.stack ?? String(error)}`)
  const roleOf = () => 'public' as const
  const embeds = await embedParts({ client: BUILT_CLIENT, geography: GEOGRAPHY })
  const api = createApi({ store, atlas, now, report, roleOf, dataMode: 'live', embeds })
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
  })
}

function listen({ port, host }: Settings, app: Hono): Promise<Server> {
  const server = createServer(getRequestListener(app.fetch))
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, host, port)))
    server.listen(port, host, () => resolve(server))
  })
}

async function close(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), FAREWELL_MS)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(impatient)
}

/** An IPv6 address stands in brackets; a server on all addresses is reached by any, so by the nearest. */
function addressOf(server: Server, host: string): string {
  const bound = server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : ''
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}

function inWords(error: Error, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is in use by another program. Stop it, or set PORT to another number.`,
    EACCES: `This user may not listen on port ${port}. Set PORT to a number of 1024 or more.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Correct HOST.`,
    ENOTFOUND: `This machine has no address ${host}. Correct HOST.`,
  }
  const reason = reasons[errorCode(error) ?? '']
  return reason === undefined ? error : new OperatorError(reason, 1, { cause: error })
}
