import type { Report } from '#domain/report.ts'
import { misfits } from './problem.ts'

type Page = { reports: Report[]; next: string | null }

/** What the order hangs on: no two reports share it. */
const keyOf = ({ observedAt, id }: Pick<Report, 'observedAt' | 'id'>) => `${observedAt} ${id}`
const CURSOR = /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/

/** The newest first, and among those of one moment always the same one first. */
export function newestFirst(reports: readonly Report[]): Report[] {
  return reports.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
}

/**
 * A page of reports that are in order, newest first. The cursor names the last report given and not its number, so
 * that a report that comes in between two pages neither repeats nor hides another.
 * Throws a refusal when the cursor is none of ours.
 */
export function pageOf(
  ordered: readonly Report[],
  limit: number,
  cursor: string | undefined,
): Page {
  const after = cursor === undefined ? null : decoded(cursor)
  const rest = after === null ? ordered : ordered.filter((report) => keyOf(report) < after)
  const reports = rest.slice(0, limit)
  const last = reports.at(-1)
  return { reports, next: last !== undefined && rest.length > limit ? btoa(keyOf(last)) : null }
}

function decoded(cursor: string): string {
  try {
    const key = atob(cursor)
    if (CURSOR.test(key)) return key
  } catch {
    // Not base64 at all: refused below like any other foreign text.
  }
  throw misfits({ name: 'cursor', reason: 'problem.reason.cursor' })
}
