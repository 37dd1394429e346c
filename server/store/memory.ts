import type { Report } from '#domain/report.ts'
import { overlaps } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import { contentOf, reportId, withReportId } from './content.ts'
import { boundsOf, copiesOf, copyRole, nextStamp, PRODUCT_PARTS } from './copies.ts'
import type { Copy, StoreParts } from './copies.ts'
import type { Draft, Reading, Receipt, ReportStore, StoredReport } from './store.ts'

type Entry = { stored: StoredReport; content: string; copies: Copy[] }

/** A store that lives as long as the page or the test does. It needs nothing of Node. */
export function memoryStore(parts: StoreParts = PRODUCT_PARTS): ReportStore {
  let entries: ReadonlyMap<string, Entry[]> = new Map()
  let last: Instant | null = null
  let writes = 0

  function write(into: Map<string, Entry[]>, draft: Draft, receivedAt: Instant): Receipt {
    const revisions = into.get(draft.id) ?? []
    const newest = revisions.at(-1)
    const content = contentOf(draft)
    if (newest?.content === content) {
      return { id: draft.id, outcome: 'unchanged', revision: newest.stored.revision }
    }
    const revision = revisions.length + 1
    const stored: StoredReport = { ...structuredClone(draft), revision, receivedAt }
    into.set(draft.id, [...revisions, { stored, content, copies: copiesOf(stored, parts.gate) }])
    return { id: draft.id, outcome: revision === 1 ? 'added' : 'revised', revision }
  }

  /** What a reading sees of one report, oldest first. */
  function seen(revisions: Entry[], reading: Reading): Copy[] {
    const { visibleBy, receivedBy, publishedBy } = boundsOf(reading)
    const role = copyRole(reading.role)
    return revisions.flatMap(({ stored, copies }) => {
      if (Date.parse(stored.receivedAt) > receivedBy) return []
      if (Date.parse(stored.publishedAt) > publishedBy) return []
      return copies.filter(
        (copy) => copy.role === role && Date.parse(copy.visibleFrom) <= visibleBy,
      )
    })
  }

  return {
    async append(drafts) {
      const ready = drafts.map(withReportId)
      const stamp = nextStamp(parts.now(), last)
      // All or nothing, as a transaction: what throws half-way leaves no half a batch.
      const next = new Map(entries)
      const receipts = ready.map((draft) => write(next, draft, stamp))
      entries = next
      if (receipts.some(({ outcome }) => outcome !== 'unchanged')) {
        last = stamp
        writes += 1
      }
      return receipts
    },

    async read(reading) {
      const current = [...entries.values()].flatMap((revisions) => {
        const copies = seen(revisions, reading)
        const newest = copies.at(-1)
        if (newest === undefined) return []
        if (reading.observed !== null && !overlaps(newest.observed, reading.observed)) return []
        return [{ day: newest.observed.from, report: numbered(newest.copy, copies.length) }]
      })
      return current
        .toSorted((a, b) => compare(a.day, b.day) || compare(a.report.id, b.report.id))
        .map(({ report }) => report)
    },

    async revisions(id, reading) {
      const copies = seen(entries.get(reportId(id) ?? '') ?? [], reading)
      return copies.map(({ copy }, index) => numbered(copy, index + 1)).toReversed()
    },

    async lastReceived({ role, clock }) {
      const reading = { role, clock, vintage: null, known: null, observed: null }
      const moments = [...entries.values()]
        .flatMap((revisions) =>
          revisions.flatMap((entry) =>
            seen([entry], reading).flatMap(({ visibleFrom }) => [
              Date.parse(visibleFrom),
              Date.parse(entry.stored.receivedAt),
            ]),
          ),
        )
        .reduce<number | null>((a, b) => Math.max(a ?? b, b), null)
      return moments === null ? null : new Date(moments).toISOString()
    },

    async version() {
      return writes
    },
    async ping() {},
    async close() {},
  }
}

function numbered(copy: Report, revision: number): Report {
  return { ...structuredClone(copy), revision }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
