import * as fc from 'fast-check'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import type { ReportStore } from '#server/store/store.ts'
import { NOW } from './drafts.ts'
import type { HiddenFrom } from './drafts.ts'
import { histories, liveThrough } from './history.ts'
import type { Clocked, Step } from './history.ts'
import { askBoth, linesOf } from './pair.ts'
import type { Apps, Coverage } from './pair.ts'

/** Two deployments are two stores of the same make, each with the same site over it. */
export type Make = {
  /** An empty store whose stamps come from `now`. */
  open: (now: () => Instant) => Promise<ReportStore>
  apps: (store: ReportStore, parts: { role: Role; now: () => Instant }) => Promise<Apps>
  close?: (store: ReportStore) => Promise<void>
}

type Options = {
  role: HiddenFrom
  pairs: number
  /** Questions to each pair, between the writes and at the end. */
  asked?: { between: number; atEnd: number }
  /** False where all that is wanted is whether it fails. */
  shrinks?: boolean
}

export type Outcome = {
  /** What failed, with what replays it; null when the law held. */
  failure: string | null
  coverage: Coverage
  /** The lines of the routers that nothing was asked of. */
  missed: string[]
}

/**
 * The law of the gate: what a role may not see changes nothing that it is told. Lives through generated pairs of stores and
 * asks both the same. `SEED` and `SEED_PATH` of the environment replay a failure.
 */
export async function tryLaw(
  make: Make,
  { role, pairs, asked = { between: 3, atEnd: 8 }, shrinks = true }: Options,
): Promise<Outcome> {
  const coverage: Coverage = new Map()
  let lines: readonly string[] = []

  async function holdsFor(steps: readonly Step[]): Promise<void> {
    const [plain, secretive] = [await deployed(make, role), await deployed(make, role)]
    try {
      lines = linesOf(plain.apps)
      const ask = askBoth(plain.apps, secretive.apps, coverage)
      await liveThrough(steps, { role, plain, secretive }, async (questions, live) => {
        for (const question of questions) await ask(question, live)
      })
    } finally {
      for (const { store } of [plain, secretive]) await make.close?.(store)
    }
  }

  const { SEED, SEED_PATH } = process.env
  const found = await fc.check(fc.asyncProperty(histories(role, asked), holdsFor), {
    numRuns: pairs,
    endOnFailure: !shrinks,
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
    ...(SEED_PATH === undefined ? {} : { path: SEED_PATH }),
  })
  return {
    failure: found.failed ? failureOf(found) : null,
    coverage,
    missed: lines.filter((line) => !coverage.has(line)),
  }
}

async function deployed(make: Make, role: Role): Promise<Clocked & { apps: Apps }> {
  let instant = NOW
  const now = () => instant
  const store = await make.open(now)
  const apps = await make.apps(store, { role, now })
  return { store, apps, setNow: (next) => void (instant = next) }
}

function failureOf({
  seed,
  counterexamplePath,
  counterexample,
  errorInstance,
}: fc.RunDetails<[steps: readonly Step[]]>) {
  const said = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  const steps = (counterexample?.[0] ?? []).filter(({ what }) => what !== 'ask')
  return [
    said,
    `Again: SEED=${seed} SEED_PATH=${counterexamplePath ?? ''} npx vitest run server/noninterference`,
    ...steps.map((step) => JSON.stringify(step)),
  ].join('\n')
}
