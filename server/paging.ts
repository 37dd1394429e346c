import { byText } from '#domain/by-text.ts'
import { extentOf, knowExtent } from '#domain/extent.ts'
import { lazyList } from '#domain/lazy-list.ts'
import { once } from '#domain/once.ts'
import { joined, partsOf } from '#domain/parts.ts'
import type { Report } from '#domain/report.ts'
import { misfits } from './problem.ts'

/** The newest first within a part; put in order when somebody first turns to a page of it. */
const ordered = once((part: readonly Report[]) => {
  const list = lazyList<Report>(part.length, (items) => {
    for (const report of part.toSorted(byNewest)) items.push(report)
  })
  knowExtent(list, extentOf(part))
  return list
})

type Page = { reports: Report[]; next: string | null }

/** What the order hangs on: no two reports share it. */
const keyOf = ({ observedAt, id }: Pick<Report, 'observedAt' | 'id'>) => `${observedAt} ${id}`
const CURSOR = /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/

/** The newest first, and among those of one moment always the same one first. */
export function newestFirst(reports: readonly Report[]): readonly Report[] {
  const parts = partsOf(reports).toReversed()
  // Parts are weeks mostly, the oldest first: then they need no more than to be turned round.
  return parts.every(isAfter) ? joined(parts.map(ordered)) : reports.toSorted(byNewest)
}

/** True when all of a part is older than all of the one before it. */
function isAfter(part: readonly Report[], index: number, parts: readonly (readonly Report[])[]) {
  const before = parts[index - 1]
  if (before === undefined) return true
  const [newer, older] = [extentOf(before), extentOf(part)]
  return newer === null || older === null || older.lastAt < newer.firstAt
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
  inOrder: readonly Report[],
  limit: number,
  cursor: string | undefined,
): Page {
  const after = cursor === undefined ? null : decoded(cursor)
  // One more than the page holds tells that there is another page.
  const rest = firstOf(inOrder, limit + 1, after)
  const reports = rest.slice(0, limit)
  const last = reports.at(-1)
  return { reports, next: last !== undefined && rest.length > limit ? btoa(keyOf(last)) : null }
}

/** The first of a list in order, or the first after a key; of its parts no more are looked at than hold them. */
function firstOf(inOrder: readonly Report[], most: number, after: string | null): Report[] {
  const found: Report[] = []
  for (const part of partsOf(inOrder)) {
    const extent = extentOf(part)
    const isBefore = after !== null && extent !== null && extent.firstAt > after
    if (isBefore) continue
    for (const report of part) {
      if (found.length === most) return found
      if (after === null || keyOf(report) < after) found.push(report)
    }
  }
  return found
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
