import { byText } from '#domain/by-text.ts'
import { perPart } from '#domain/parts.ts'
import type { Report } from '#domain/report.ts'
import { misfits } from './problem.ts'

/** The newest first within each part. */
const orderedParts = perPart((reports: readonly Report[]) => reports.toSorted(byNewest))

type Page = { reports: Report[]; next: string | null }

/** What the order hangs on: no two reports share it. */
const keyOf = ({ observedAt, id }: Pick<Report, 'observedAt' | 'id'>) => `${observedAt} ${id}`
const CURSOR = /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/

/** The newest first, and among those of one moment always the same one first. */
export function newestFirst(reports: readonly Report[]): readonly Report[] {
  const parts = orderedParts(reports).toReversed()
  const all = parts.flat()
  // Parts are weeks mostly, the oldest first: then they need no more than to be turned round.
  return parts.every(isAfter) ? all : all.toSorted(byNewest)
}

/** True when a part begins no later than the one before it ends. */
function isAfter(part: readonly Report[], index: number, parts: readonly (readonly Report[])[]) {
  const [before, first] = [parts[index - 1]?.at(-1), part[0]]
  return before === undefined || first === undefined || byNewest(before, first) <= 0
}

function byNewest(a: Report, b: Report): number {
  return byText(b.observedAt, a.observedAt) || byText(b.id, a.id)
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
