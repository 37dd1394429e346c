import { isoWeekOf } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import type { Purge } from './postgres-purge.ts'

/** Purges whose days are remembered. Whoever missed more has to look everywhere. */
const MOST = 1_000

/** From which days this process purged something, in its memory alone: a purge leaves no trace of that. */
export function ownPurges() {
  const byNumber = new Map<number, readonly Day[]>()
  return {
    note({ days, tombstones }: Purge): void {
      byNumber.set(tombstones, days)
      byNumber.delete(tombstones - MOST)
    },

    /** To be told when the database is another than it was: its purges are counted anew. */
    forget: () => byNumber.clear(),

    /** The Mondays of all weeks that lost something from one number of purges to another; null where others purged too. */
    between(from: number, to: number): Set<Day> | null {
      const mondays = new Set<Day>()
      for (let nth = from + 1; nth <= to; nth += 1) {
        const days = byNumber.get(nth)
        if (days === undefined) return null
        for (const day of days) mondays.add(isoWeekOf(day).from)
      }
      return mondays
    },
  }
}
