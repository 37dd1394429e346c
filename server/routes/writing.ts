import type { HandedIn, HandedInAnswer } from '#contract/intake.ts'
import { ROUTES } from '#contract/routes.ts'
import type { Instant } from '#domain/time.ts'
import type { Caller } from '#server/access/caller.ts'
import { json, nothing } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { checkHandedIn } from '#server/intake/check.ts'
import { asFirstReceived, draftOf, reporterOf } from '#server/intake/draft.ts'
import { fieldMisfits, Refusal } from '#server/problem.ts'
import type { Misfit } from '#server/problem.ts'
import { reportId } from '#server/store/content.ts'
import type { Draft } from '#server/store/store.ts'

/** Handing reports in, and taking one out for good. */
export function mountWriting({ post, delete: remove, store, atlas, now }: Api): void {
  async function draftFor(row: HandedIn, label: string, at: Instant): Promise<Draft> {
    const draft = draftOf(row, reporterOf(label), at)
    if (row.publishedAt !== null) return draft
    // As an analyst would read it, which is all of it; its sender is told nothing but that it changed or did not.
    const reading = {
      role: 'analyst',
      clock: at,
      vintage: null,
      known: null,
      observed: null,
    } as const
    const [newest = null] = await store.revisions(draft.id, reading)
    return asFirstReceived(draft, row, newest)
  }

  post(ROUTES.handIn, async ({ body: { reports }, caller }) => {
    const at = now()
    const found = reports.flatMap((row, index) =>
      [
        ...repeated(row, index, reports),
        ...checkHandedIn(row, { atlas, now: at, role: caller.role }),
      ].map((misfit): Misfit => ({ ...misfit, name: `reports[${index}].${misfit.name}` })),
    )
    if (found.length > 0) throw fieldMisfits(...found)
    const label = nameOf(caller)
    const drafts = await Promise.all(reports.map((row) => draftFor(row, label, at)))
    const receipts = await store.append(drafts)
    return json({
      receipts: receipts.map(({ id, outcome, revision }, index) => ({
        id: reports[index]?.id ?? '',
        report: id,
        outcome,
        revision,
      })),
    } satisfies HandedInAnswer)
  })

  remove(ROUTES.purge, async ({ part, caller }) => {
    const id = reportId(part('id'))
    if (id === null || !(await store.purge(id, nameOf(caller)))) throw new Refusal('not-found')
    return nothing()
  })
}

/** Who it was, for the log and as a source: where everybody is of one role, that. */
function nameOf({ label, role }: Caller): string {
  return label ?? role
}

function repeated(row: HandedIn, index: number, rows: readonly HandedIn[]): Misfit[] {
  const first = rows.findIndex(({ id }) => id.toLowerCase() === row.id.toLowerCase())
  return first === index
    ? []
    : [{ name: 'id', reason: 'problem.reason.repeated', values: { row: first + 1 } }]
}
