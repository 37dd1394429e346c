import { v5 as uuidV5 } from 'uuid'
import type { HandedIn } from '#contract/intake.ts'
import type { Report } from '#domain/report.ts'
import type { Instant } from '#domain/time.ts'
import type { Draft } from '#server/store/store.ts'
import { haveSameContent } from '#server/store/content.ts'

/** Namespace of those who hand reports in: the same label is the same reporter, under whichever of its keys. */
const REPORTERS = '0b0c6a0e-3d0f-5f0e-8a37-7c1d5a2e9b44'

/** What a reporter is called inside: whoever sees it cannot read the label from it. */
export function reporterOf(label: string): string {
  return uuidV5(label, REPORTERS)
}

/**
 * The id under which a report is kept. Each reporter has ids of their own: were the sender's id taken as it is, the answer to
 * somebody else's would tell that there is such a report, hidden or not, and a correction could overwrite it.
 */
export function keptId(id: string, reporter: string): string {
  return uuidV5(id.toLowerCase(), reporter)
}

/** What is kept of a report that was handed in. */
export function draftOf(row: HandedIn, reporter: string, now: Instant): Draft {
  const utc = (instant: Instant) => new Date(instant).toISOString()
  return {
    id: keptId(row.id, reporter),
    observedAt: utc(row.observedAt),
    observedUntil: row.observedUntil === null ? null : utc(row.observedUntil),
    precision: row.precision,
    publishedAt: utc(row.publishedAt ?? now),
    publishedAssumed: false,
    position: row.position,
    corridor: row.corridor,
    source: row.source,
    reliability: row.reliability,
    credibility: row.credibility,
    review: 'unreviewed',
    sensitivity: row.sensitivity,
    event: row.event,
    note: row.note,
    reporter,
    body: row.body,
  }
}

/**
 * A draft that says when it reached us says so of the first time: handed in again, unchanged, it must not look like a
 * correction. `newest` is the newest revision as it was kept; null for none.
 */
export function asFirstReceived(draft: Draft, row: HandedIn, newest: Report | null): Draft {
  if (row.publishedAt !== null || newest === null) return draft
  const { revision: _revision, receivedAt: _receivedAt, ...kept } = newest
  const again = { ...draft, publishedAt: newest.publishedAt }
  return haveSameContent({ ...kept, reporter: draft.reporter }, again) ? again : draft
}
