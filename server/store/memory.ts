import type { Instant } from '#domain/time.ts'
import type { AccessStore } from '#server/access/access-store.ts'
import { memoryAccess } from '#server/access/memory-access.ts'
import { haveSameContent, reportId, withReportId } from './content.ts'
import { copyRole, nextStamp, PRODUCT_PARTS } from './copies.ts'
import type { StoreParts } from './copies.ts'
import { makeShelf } from './shelf.ts'
import type { Revision } from './revision.ts'
import type { Draft, Receipt, ReportStore } from './store.ts'
import { tombstoneOf, tombstonesOf } from './tombstone.ts'

/**
 * A store that lives as long as the page or the test does. It needs nothing of Node. It keeps the drafts it is given
 * and gives out its own copies: both are read-only. Purges are written into the log of `access`.
 */
export function memoryStore(
  parts: StoreParts = PRODUCT_PARTS,
  access: Pick<AccessStore, 'note'> = memoryAccess(parts),
): ReportStore {
  const newest = new Map<string, Revision>()
  /** Every revision in the order it came. */
  let log: Revision[] = []
  let shelves = shelvesOf(log, parts.gate)
  let last: Instant | null = null
  let writes = 0
  /** Of what was purged: nothing else is kept of it. */
  const tombstones = new Set<string>()

  return {
    async append(drafts) {
      const ready = drafts.map(withReportId)
      // Where nothing was ever purged, as nearly everywhere, nothing need be known again.
      const digests = tombstones.size === 0 ? null : await tombstonesOf(ready.map(({ id }) => id))
      // From here on without waiting, as a transaction: whatever may throw is done before the first of them is kept.
      const receivedAt = nextStamp(parts.now(), last)
      const { receipts, revisions } = revise(ready, { newest, tombstones, digests, at: receivedAt })
      if (revisions.length === 0) return receipts
      for (const revision of revisions) {
        newest.set(revision.draft.id, revision)
        log.push(revision)
        if (revision.before) revision.before.after = revision
      }
      last = receivedAt
      writes += 1
      return receipts
    },

    async read(reading) {
      return shelves[copyRole(reading.role)].read(reading)
    },

    async revisions(id, reading) {
      const revision = newest.get(reportId(id) ?? '') ?? null
      return shelves[copyRole(reading.role)].revisions(revision, reading)
    },

    async newest(ids, reading) {
      const shelf = shelves[copyRole(reading.role)]
      const known = new Set(ids.flatMap((id) => newest.get(reportId(id) ?? '') ?? []))
      return [...known].flatMap((revision) => shelf.revisions(revision, reading).slice(0, 1))
    },

    async lastReceived({ role, clock }) {
      const change = shelves[copyRole(role)].lastChange(Date.parse(clock))
      return change === -Infinity ? null : new Date(change).toISOString()
    },

    async purge(id, by) {
      const known = reportId(id)
      if (known === null || !newest.has(known)) return false
      const tombstone = await tombstoneOf(known)
      // Another purge of it may have come first meanwhile.
      if (!newest.delete(known)) return false
      tombstones.add(tombstone)
      log = log.filter(({ draft }) => draft.id !== known)
      shelves = shelvesOf(log, parts.gate)
      writes += 1
      await access.note({ by, action: 'report-purged', about: null })
      return true
    },

    async version() {
      return writes
    },
    async ping() {},
    async close() {},
  }
}

function shelvesOf(log: readonly Revision[], gate: StoreParts['gate']) {
  return {
    public: makeShelf('public', log, gate),
    partner: makeShelf('partner', log, gate),
    analyst: makeShelf('analyst', log, gate),
  }
}

type Kept = {
  newest: ReadonlyMap<string, Revision>
  tombstones: ReadonlySet<string>
  /** The tombstones that the drafts would have, by id; null where nothing was ever purged. */
  digests: ReadonlyMap<string, string> | null
  /** The stamp of the batch. */
  at: Instant
}

/** What a batch would add to the newest revisions; it changes nothing. */
function revise(drafts: readonly Draft[], { newest, tombstones, digests, at }: Kept) {
  const revisions: Revision[] = []
  const received = Date.parse(at)
  // One batch may say two things of one report; one draft alone says one.
  const inBatch = drafts.length > 1 ? new Map<string, Revision>() : null
  const receipts = drafts.map((draft): Receipt => {
    const { id } = draft
    if (digests !== null && tombstones.has(digests.get(id) ?? ''))
      return { id, outcome: 'purged', revision: 0 }
    const before = inBatch?.get(id) ?? newest.get(id) ?? null
    if (before !== null && haveSameContent(before.draft, draft)) {
      return { id, outcome: 'unchanged', revision: before.number }
    }
    const revision: Revision = {
      draft,
      number: (before?.number ?? 0) + 1,
      receivedAt: at,
      received,
      // What is heard in the field is published as it reaches us.
      published: draft.publishedAt === at ? received : Date.parse(draft.publishedAt),
      before,
      after: null,
      shown: { public: null, partner: null, analyst: null },
    }
    inBatch?.set(id, revision)
    revisions.push(revision)
    return { id, outcome: before === null ? 'added' : 'revised', revision: revision.number }
  })
  return { receipts, revisions }
}
