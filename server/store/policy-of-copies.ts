import { sql } from 'drizzle-orm'
import { sha256 } from '#server/access/digest.ts'
import { appendToLog } from '#server/access/postgres-access.ts'
import { COPY_ROLES } from './copies.ts'
import type { Gate, StoreParts } from './copies.ts'
import { newsFrom } from './news.ts'
import { insertCopies } from './postgres-copies.ts'
import { lockForWriting, stateOf } from './postgres-state.ts'
import type { Database, Query } from './postgres-state.ts'
import { probes } from './probes.ts'
import { copies, deployment, revisions } from './tables.ts'
import { TOLD } from './told.ts'

/** Who the log says it was. */
const RELEASE = 'this release'
const MAKING_ANEW =
  'This release decides otherwise what each role may see: the copies of all reports are made anew, once. It may take minutes.'
/** Reports that are in memory at once. */
const PAGE = 500

/**
 * Names a gate by what it does: a digest of its answers for every kind of report and every place, time and word that
 * it could cut, and of how copies are written. A gate that answers otherwise, for a changed table or for changed code, has another name, and nobody
 * has to remember to give it one.
 */
export async function fingerprintOf(gate: Gate): Promise<string> {
  const answers = probes().map((probe) => COPY_ROLES.map((role) => gate(probe, role)))
  return sha256(JSON.stringify([answers, newsOf(gate), TOLD]))
}

/** Which revisions are copied at all, of a report whose words come back after others, at moments before and after. */
function newsOf(gate: Gate) {
  const said = probes()
    .slice(0, 1)
    .flatMap((probe) => gate(probe, 'analyst')?.copy ?? [])
  return said.flatMap((copy) => {
    const other = { ...copy, credibility: 5 as const }
    const first = { copy, visibleFrom: 2 }
    const histories = [[], [first], [first, { copy: other, visibleFrom: 4 }]]
    return histories.flatMap((before) =>
      [1, 3, 5].map((visibleFrom) => newsFrom(before, { copy, visibleFrom })),
    )
  })
}

/**
 * Makes every copy anew when another gate made those that are kept, in one transaction: readers see all of the old
 * policy or all of the new one. The log tells of it. `policy` is the fingerprint of `gate`.
 */
export async function keepPolicy(
  database: Database,
  { gate, now, policy, tell }: StoreParts & { policy: string; tell: (line: string) => void },
): Promise<void> {
  if ((await stateOf(database)).policy === policy) return
  await database.transaction(async (transaction) => {
    await lockForWriting(transaction)
    const state = await stateOf(transaction)
    // Another instance of this release may have come first.
    if (state.policy === policy) return
    if (state.version > 0) tell(MAKING_ANEW)
    const isEmpty = !(await remakeCopies(transaction, gate))
    await transaction.update(deployment).set({ policy, version: state.version + (isEmpty ? 0 : 1) })
    // A new deployment has no policy that could change.
    if (isEmpty && state.policy === null) return
    await appendToLog(transaction, {
      at: now(),
      by: RELEASE,
      action: 'policy-changed',
      about: `from ${state.policy?.slice(0, 12) ?? 'one before fingerprints'} to ${policy.slice(0, 12)}`,
    })
  })
}

/** False when there was nothing to make copies of. */
async function remakeCopies(transaction: Query, gate: Gate): Promise<boolean> {
  await transaction.delete(copies)
  let last: { id: string; revision: number } | null = null
  for (;;) {
    const after: ReturnType<typeof comesAfter> | undefined = last ? comesAfter(last) : undefined
    const page = await transaction
      .select({ report: revisions.report })
      .from(revisions)
      .where(after)
      .orderBy(revisions.id, revisions.revision)
      .limit(PAGE)
    const reports = page.map(({ report }) => report)
    await insertCopies(transaction, reports, gate)
    const next = reports.at(-1)
    if (next === undefined) return last !== null
    last = next
  }
}

function comesAfter({ id, revision }: { id: string; revision: number }) {
  return sql`(${revisions.id}, ${revisions.revision}) > (${id}::uuid, ${revision}::integer)`
}
