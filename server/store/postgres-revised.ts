import { and, sql } from 'drizzle-orm'
import { isAmong } from './postgres-rows.ts'
import type { Query } from './postgres-state.ts'
import { further, lies, NOWHERE, reachOf } from './reach.ts'
import type { Bounds } from './revision.ts'
import { copies } from './tables.ts'
import type { CopyRole } from './tables.ts'

type Select = Pick<Query, 'select'>

const isRevision = sql`${copies.revision} > 1`

/** The ids of all reports that were ever revised, for whomever. */
export async function allRevised(query: Select): Promise<Set<string>> {
  const rows = await query.select({ id: copies.id }).from(copies).where(isRevision)
  return new Set(rows.map(({ id }) => id))
}

/** Those of some reports that were ever revised, for whomever. */
export async function revisedAmong(query: Select, ids: readonly string[]): Promise<Set<string>> {
  const rows = await query
    .select({ id: copies.id })
    .from(copies)
    .where(and(isRevision, isAmong(copies.id, ids)))
  return new Set(rows.map(({ id }) => id))
}

type Revisions = Bounds & { seen: number; last: number }

/** Of some reports as far as the role sees them how many revisions there are, in any week, and which is the newest. */
export async function revisionsOf(
  query: Select,
  role: CopyRole,
  { ids, bounds }: { ids: readonly string[]; bounds: Bounds },
): Promise<Map<string, Revisions>> {
  const revised = new Map<string, Revisions>()
  if (ids.length === 0) return revised
  const rows = await query
    .select({
      id: copies.id,
      revision: copies.revision,
      visibleFrom: copies[role],
      receivedAt: copies.receivedAt,
      publishedAt: copies.publishedAt,
    })
    .from(copies)
    .where(isAmong(copies.id, ids))
  for (const { id, revision, ...moments } of rows) {
    const own = reachOf(moments)
    if (!lies(own, bounds)) continue
    const { seen, last, ...reach } = revised.get(id) ?? { seen: 0, last: 0, ...NOWHERE }
    revised.set(id, { ...further(reach, own), seen: seen + 1, last: Math.max(last, revision) })
  }
  return revised
}
