import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import type { Atlas } from '#domain/atlas.ts'
import { FACT_COLUMNS, rowsIn, UnreadableFile } from './record/fact.ts'
import { ChangedFile, FACTS, surveyRecord } from './record/import-record.ts'
import type { RecordFiles, RecordSource } from './record/import-record.ts'
import type { Draft, ReportStore } from './store/store.ts'

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

/** Small enough to be told of often, and for readers not to notice that nobody else is answered meanwhile. */
export const BATCH = 250
/** Where nobody reads: a transaction costs as much as some fifty reports. */
export const LONE_BATCH = 1_000

type ImportParts = {
  store: ReportStore
  atlas: Atlas
  /** Reports in a transaction; infinite for all or nothing. */
  batch: number
  tell: (event: ImportEvent) => void
}

/** Maps the files onto reports and keeps them, a batch a transaction; each is told of once it is on disk. */
export async function importFiles(
  files: RecordFiles | RecordSource,
  parts: ImportParts,
): Promise<ImportEvent> {
  const last = await run('pieces' in files ? files : sourceOf(files), parts)
  parts.tell(last)
  return last
}

/**
 * The facts are read twice, so that they need not be in memory: first to see that all of the file can be read, which rows
 * do not fit and what belongs together, then to keep them.
 */
async function run(
  source: RecordSource,
  { store, atlas, batch, tell }: ImportParts,
): Promise<ImportEvent> {
  const survey = surveyRecord(source, atlas)
  try {
    for await (const rows of factsIn(source)) rows.forEach(survey.add)
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'unreadable', reason: error.message }
    throw error
  }
  const { refused, total, reportOf } = survey.done()
  for (const row of refused) tell({ kind: 'refused', ...row })
  const counts = { added: 0, revised: 0, unchanged: 0, refused: refused.length, purged: 0 }
  let done = 0

  async function keep(drafts: Draft[]): Promise<void> {
    const receipts = await store.append(drafts)
    for (const { outcome } of receipts) counts[outcome] += 1
    done += receipts.length
    tell({ kind: 'progress', done, total })
    // PGlite works without ever waiting: readers are answered, and this line is sent, only if we wait for them.
    await setImmediate()
  }

  const drafts: Draft[] = []
  for await (const rows of factsIn(source))
    for (const row of rows) {
      const draft = reportOf(row)
      if (draft !== null && drafts.push(draft) >= batch) await keep(drafts.splice(0))
    }
  if (drafts.length > 0) await keep(drafts)
  if (done < total) throw new ChangedFile()
  return { kind: 'result', ...counts }
}

const factsIn = ({ pieces }: RecordSource) => rowsIn(pieces(), FACTS, FACT_COLUMNS)

const PIECE = 65_536

function sourceOf({ facts, ...beside }: RecordFiles): RecordSource {
  async function* pieces() {
    let from = 0
    while (from < facts.length) {
      // Some letters are two units long: none of them is cut in two, since half of one is none.
      const isCut = /[\ud800-\udbff]/.test(facts.charAt(from + PIECE - 1))
      const piece = facts.slice(from, from + PIECE + (isCut ? 1 : 0))
      yield piece
      from += piece.length
    }
  }
  return { ...beside, pieces }
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
