import type { Report } from '#domain/report.ts'
import { haveSameContent } from './content.ts'

/** A copy, and from when its role may see it, in milliseconds. */
type Seen = { copy: Report; visibleFrom: number }

/**
 * From when a new copy of a report tells its role anything, in milliseconds; null for never. `before` are the copies of its
 * earlier revisions, in their order.
 *
 * A copy that says just what the newest one says that the role sees is no news: the two revisions differ in what the role may
 * not see, or one in between is hidden from it. A second receipt of the same words would tell that there was something.
 */
export function newsFrom(before: readonly Seen[], { copy, visibleFrom }: Seen): number | null {
  // Nearly all are told for the first time.
  if (before.length === 0) return visibleFrom
  const later = before.map((each) => each.visibleFrom).filter((moment) => moment > visibleFrom)
  const isNews = (moment: number) => {
    const newest = before.findLast((each) => each.visibleFrom <= moment)
    return newest === undefined || !saysTheSame(newest.copy, copy)
  }
  return [visibleFrom, ...later.toSorted((a, b) => a - b)].find(isNews) ?? null
}

/** True when all is the same but which revision it is, and when that came in. */
function saysTheSame(a: Report, b: Report): boolean {
  return haveSameContent({ ...a, revision: b.revision, receivedAt: b.receivedAt }, b)
}
