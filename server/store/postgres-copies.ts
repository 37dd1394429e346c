import { copiesOf } from './copies.ts'
import type { Gate } from './copies.ts'
import type { Query } from './postgres-state.ts'
import type { StoredReport } from './store.ts'
import { copies } from './tables.ts'

/** What a revision and its copies have in common in the tables. */
export function envelopeOf({ id, revision, body, publishedAt, receivedAt }: StoredReport) {
  return {
    id,
    revision,
    kind: body.kind,
    publishedAt: new Date(publishedAt),
    receivedAt: new Date(receivedAt),
  }
}

/** Keeps the copies that the gate makes of some revisions. A statement holds as many as `chunks` gives. */
export async function insertCopies(
  query: Pick<Query, 'insert'>,
  reports: readonly StoredReport[],
  gate: Gate,
): Promise<void> {
  const disclosed = reports.flatMap((stored) =>
    copiesOf(stored, gate).map(({ role, visibleFrom, observed, copy }) => ({
      ...envelopeOf(stored),
      role,
      visibleFrom: new Date(visibleFrom),
      observedFrom: observed.from,
      observedTo: observed.to,
      axis: copy.corridor?.axis ?? null,
      place: copy.position?.place ?? null,
      report: copy,
    })),
  )
  if (disclosed.length > 0) await query.insert(copies).values(disclosed)
}
