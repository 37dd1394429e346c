import type { RequestListener } from 'node:http'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import type { Atlas } from '#domain/atlas.ts'
import { BATCH, importFiles, ImportEvent } from './import-files.ts'
import { OperatorError } from './operator-error.ts'
import type { RecordFiles } from './record/import-record.ts'
import { postTo } from './socket.ts'
import type { ReportStore } from './store/store.ts'

const Files = z.object({
  facts: z.string(),
  relations: z.nullable(z.string()),
  officialPrices: z.nullable(z.string()),
})

/** Answers `POST /import` on the folder's socket: a JSON line for each event, the last one being the result. */
export function importListener(parts: { store: ReportStore; atlas: Atlas }): RequestListener {
  return async function takeIn(asked, response) {
    if (asked.method !== 'POST' || asked.url !== '/import') return response.writeHead(404).end()
    try {
      const files = Files.parse(JSON.parse(await text(asked)))
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      const tell = (event: ImportEvent) => response.write(`${JSON.stringify(event)}\n`)
      await importFiles(files, { ...parts, batch: BATCH, tell })
      return response.end()
    } catch (error) {
      console.error(`An import over the socket failed: ${String(error)}`)
      // The caller sees a stream without its last event, and says so.
      return response.destroy()
    }
  }
}

/** Hands the files to the server behind a socket, and tells what it tells. */
export async function importThrough(
  path: string,
  files: RecordFiles,
  tell: (event: ImportEvent) => void,
): Promise<ImportEvent> {
  let last: ImportEvent | null = null
  try {
    const response = await postTo(path, '/import', JSON.stringify(files))
    for await (const line of createInterface({ input: response })) {
      last = ImportEvent.parse(JSON.parse(line))
      tell(last)
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : interrupted(error)
  }
  if (last?.kind === 'result' || last?.kind === 'unreadable') return last
  throw interrupted(null)
}

function interrupted(cause: unknown): OperatorError {
  return new OperatorError(
    'The server ended before the import did. What was acknowledged is kept; import the file again for the rest.',
    1,
    { cause },
  )
}
