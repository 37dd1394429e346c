import type { Report } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import type { Day, Instant, Period } from '#domain/time.ts'

/** A report as it came in, whole: what only the store and the gate may see. */
export type StoredReport = Report & {
  /** Who handed it in, as a pseudonym; never leaves the server below analyst. */
  reporter: string | null
}

/**
 * What a writer hands in: the store gives the revision and the moment of receipt. Read-only from then on, and so is
 * every report a store gives out: a store in memory keeps and gives the very objects, and many drafts may share a
 * source or a position.
 */
export type Draft = Omit<StoredReport, 'revision' | 'receivedAt'>

/**
 * What became of one draft. `unchanged`: the newest revision already says exactly this; `purged`: a report of this id was
 * taken out for good, and nothing was kept (its revision is then 0).
 */
export type Receipt = {
  id: string
  outcome: 'added' | 'revised' | 'unchanged' | 'purged'
  revision: number
}

/** Which copy of which reports: everything a read may be asked for, after the role is known. */
export type Reading = {
  role: Role
  /** The gate's clock: a copy whose delay has not passed by then is not there. A vintage, when asked for. */
  clock: Instant
  /** Latest revision with `receivedAt` ≤ this; null for no bound. */
  vintage: Instant | null
  /** Latest revision with `publishedAt` before the end of this day; null for no bound. */
  known: Day | null
  /** Keep those whose observed days overlap this; null for all. */
  observed: Period | null
}

/**
 * Where reports are kept. Reads give what the role may see and nothing else: the copies were made by the
 * gate when the report was written, so that a count in the database is a count of disclosed reports.
 */
export type ReportStore = {
  /**
   * Appends a batch as one transaction: when it resolves, all of it is on disk. A draft whose content equals
   * the newest revision of its id adds nothing. `receivedAt` is stamped once for the batch, under a lock,
   * later than every stamp before it.
   */
  append(drafts: readonly Draft[]): Promise<Receipt[]>
  /**
   * Disclosed copies of current revisions, ordered by observed day, then id. Current is the newest revision
   * among those the role may see at that clock: a newer one that is still hidden changes nothing. Neither the
   * list nor what is in it may be changed by whoever reads it.
   */
  read(reading: Reading): Promise<readonly Report[]>
  /**
   * Every revision of one report that the role may see, newest first; empty when there is none to see.
   * Revisions are numbered among those the reading sees: a missing number would betray a hidden one.
   */
  revisions(id: string, reading: Reading): Promise<Report[]>
  /**
   * Of some reports the newest revision that the role may see, in no order; nothing of those of which it may see none.
   * Numbered as above.
   */
  newest(ids: readonly string[], reading: Reading): Promise<Report[]>
  /**
   * The last instant at which what this reader sees changed: something was received, or a delay ran out. Null
   * when there is nothing to see. It is closed: no later commit is stamped at or before it, so a reading whose
   * clock and vintage are this instant gives what is seen now, for ever. It depends on visible reports alone:
   * the bare last receipt would tell the public of each hidden one.
   */
  lastReceived(reader: Pick<Reading, 'role' | 'clock'>): Promise<Instant | null>
  /**
   * Takes a report out for the safety of people: every revision and every copy of it, of past readings and pins too.
   * False when there is no such report. Nothing else ever removes anything. What remains is an entry in the log that
   * `by` purged something, and a digest of the id, so that no import brings the report back.
   */
  purge(id: string, by: string): Promise<boolean>
  /** A number that changes with every write, for caches inside the server; it must never reach an answer. */
  version(): Promise<number>
  /** Throws when the store cannot answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
