import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import type { Atlas } from '#domain/atlas.ts'
import { UnreadableFile } from './record/fact.ts'
import { readRecord } from './record/import-record.ts'
import type { RecordFiles } from './record/import-record.ts'
import type { ReportStore } from './store/store.ts'

/** What an import tells while it runs. The last event is `result` or `unreadable`. */
export const ImportEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    line: z.number(),
    column: z.nullable(z.string()),
    reason: z.string(),
  }),
  /** The first `done` of `total` reports are on disk. */
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({
    kind: z.literal('result'),
    added: z.number(),
    revised: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    /** Reports that were taken out for good before, and stay out. */
    purged: z.number(),
  }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

/** Small enough to be told of often, large enough that a transaction costs little. */
export const BATCH = 250

type ImportParts = {
  store: ReportStore
  atlas: Atlas
  /** Reports in a transaction; infinite for all or nothing. */
  batch: number
  tell: (event: ImportEvent) => void
}

/** Maps the files onto reports and keeps them, a batch a transaction; each is told of once it is on disk. */
export async function importFiles(files: RecordFiles, parts: ImportParts): Promise<ImportEvent> {
  const last = await run(files, parts)
  parts.tell(last)
  return last
}

async function run(
  files: RecordFiles,
  { store, atlas, batch, tell }: ImportParts,
): Promise<ImportEvent> {
  let record: ReturnType<typeof readRecord>
  try {
    record = readRecord(files, atlas)
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'unreadable', reason: error.message }
    throw error
  }
  const { drafts, refused } = record
  for (const row of refused) tell({ kind: 'refused', ...row })
  const counts = { added: 0, revised: 0, unchanged: 0, refused: refused.length, purged: 0 }
  for (let done = 0; done < drafts.length; done += batch) {
    const receipts = await store.append(drafts.slice(done, done + batch))
    for (const { outcome } of receipts) counts[outcome] += 1
    tell({ kind: 'progress', done: done + receipts.length, total: drafts.length })
    // PGlite works without ever waiting: readers are answered, and this line is sent, only if we wait for them.
    await setImmediate()
  }
  return { kind: 'result', ...counts }
}

/** The event as a line for the console. */
export function lineOf(event: ImportEvent): string {
  if (event.kind === 'progress') return `${event.done}/${event.total} kept`
  if (event.kind === 'unreadable') return `Nothing was taken in: ${event.reason}`
  if (event.kind === 'refused') {
    const column = event.column === null ? '' : `, column ${event.column}`
    return `Refused: line ${event.line}${column}: ${event.reason}`
  }
  const { added, revised, unchanged, refused, purged } = event
  const out = purged === 0 ? '' : ` Purged before, and left out: ${purged}.`
  return `Added ${added}, revised ${revised}, unchanged ${unchanged}, refused ${refused}.${out}`
}
