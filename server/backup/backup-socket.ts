import type { RequestListener } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import type { AccessStore } from '#server/access/access-store.ts'
import { errorCode, OperatorError } from '#server/operator-error.ts'
import { RELEASE } from '#server/release.ts'
import { postTo } from '#server/socket.ts'
import type { Database } from '#server/store/postgres-state.ts'
import { withoutContents } from '#server/store/quietly.ts'
import { writeBackup } from './write-backup.ts'

/** The built-in database answers nobody while it is read: a reader that stops must not stop the site. */
const PATIENCE_MS = 30_000

/** Answers `POST /backup` on the folder's socket with a whole backup; what asks for anything else goes to `otherwise`. */
export function backupListener(
  { database, access }: { database: Database; access: AccessStore },
  otherwise: RequestListener,
): RequestListener {
  return async function backUp(asked, response) {
    if (asked.method !== 'POST' || asked.url !== '/backup') return otherwise(asked, response)
    asked.resume()
    response.setTimeout(PATIENCE_MS, () => response.destroy())
    try {
      response.writeHead(200, { 'content-type': 'application/gzip' })
      const at = new Date().toISOString()
      await writeBackup(database, response, { at, release: RELEASE })
      await access.note({ by: 'command line', action: 'backup-made', about: null })
    } catch (error) {
      console.error(
        `A backup over the socket failed: ${String(withoutContents(error, 'a backup'))}`,
      )
      // The caller finds that its end is missing, and says so.
      response.destroy()
    }
  }
}

/** Has the server behind a socket write a backup to `sink`. */
export async function backupThrough(path: string, sink: Writable): Promise<void> {
  try {
    await pipeline(await postTo(path, '/backup', ''), sink)
  } catch (error) {
    if (error instanceof OperatorError || !INTERRUPTED.has(errorCode(error) ?? '')) throw error
    throw new OperatorError(
      'The server ended, or failed, before the backup was whole, so there is none. See its log, and ask again.',
      1,
      { cause: error },
    )
  }
}

const INTERRUPTED = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])
