import * as fc from 'fast-check'
import type { Instant } from '#domain/time.ts'
import type { Draft, ReportStore } from '#server/store/store.ts'
import { HIDDEN_FROM, NOW, SECRET_IDS, SHARED_IDS, someDraft, withOtherSecrets } from './drafts.ts'
import type { HiddenFrom } from './drafts.ts'
import { questions } from './questions.ts'
import type { Question } from './questions.ts'

/** Something that happens to two stores: to both, or only to the one that holds secrets. */
export type Step = { gapMs: number } & (
  | {
      what: 'write'
      drafts: readonly Draft[]
      /** Come in the same batch, in the store with secrets; in front of the others, or behind them. */
      hidden: readonly Draft[]
      hiddenFirst: boolean
    }
  /** What was written before, again: a file that is imported once more. */
  | { what: 'write-again'; nth: number }
  | { what: 'hide'; drafts: readonly Draft[] }
  /** What both stores hold, corrected in nothing that may be seen. */
  | { what: 'reword-hidden'; nth: number; times: number }
  | { what: 'purge-hidden'; id: string }
  | { what: 'purge'; id: string }
  | { what: 'ask'; questions: readonly Question[] }
)

const LONGEST_GAP_MS = 3 * 3_600_000
const MOST_STEPS = 12
const FIRST: number = Date.parse(NOW) - MOST_STEPS * LONGEST_GAP_MS

const named = (draft: fc.Arbitrary<Omit<Draft, 'id'>>, ids: readonly string[]) =>
  fc.record({ id: fc.constantFrom(...ids), draft }).map(({ id, draft: said }) => ({ id, ...said }))

/** The life of two stores that differ only in what `role` may not see, with questions in between and at its end. */
export function histories(
  role: HiddenFrom,
  asked: { between: number; atEnd: number },
): fc.Arbitrary<Step[]> {
  const hidden = fc.array(named(HIDDEN_FROM[role], [...SHARED_IDS, ...SECRET_IDS]), {
    minLength: 1,
    maxLength: 4,
  })
  const shared = named(someDraft, SHARED_IDS)
  const gapMs = fc.oneof(fc.constantFrom(1, 2, 10_000), fc.integer({ min: 1, max: LONGEST_GAP_MS }))
  const ask = (count: number) =>
    fc.record({
      gapMs,
      what: fc.constant('ask'),
      questions: questions(count),
    })
  const write = fc.record({
    gapMs,
    what: fc.constant('write'),
    drafts: fc.array(shared, { minLength: 1, maxLength: 8 }),
    hidden: fc.oneof(fc.constant([]), hidden),
    hiddenFirst: fc.boolean(),
  })
  const hide = fc.record({ gapMs, what: fc.constant('hide'), drafts: hidden })
  const between = fc.oneof(
    { weight: 4, arbitrary: write },
    { weight: 4, arbitrary: hide },
    {
      weight: 1,
      arbitrary: fc.record({ gapMs, what: fc.constant('write-again'), nth: fc.nat(MOST_STEPS) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        gapMs,
        what: fc.constant('reword-hidden'),
        nth: fc.nat(MOST_STEPS),
        times: fc.integer({ min: 2, max: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        gapMs,
        what: fc.constant('purge-hidden'),
        id: fc.constantFrom(...SECRET_IDS),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        gapMs,
        what: fc.constant('purge'),
        id: fc.constantFrom(...SHARED_IDS),
      }),
    },
    { weight: 1, arbitrary: ask(asked.between) },
  )
  return fc
    .tuple(
      write,
      fc.array(between, { minLength: 1, maxLength: MOST_STEPS - 4 }),
      hide,
      ask(asked.atEnd),
    )
    .map(([first, middle, last, end]): Step[] => [first, ...middle, last, end])
}

/** A store, and the clock that stamps what is written into it. */
export type Clocked = { store: ReportStore; setNow: (now: Instant) => void }
export type Pair = { plain: Clocked; secretive: Clocked }

export type Live = {
  /** When each write and purge took place, the hidden ones too. */
  instants: Instant[]
  now: Instant
}

/** Lives through the steps, and hands over each question with the moment it is asked. */
export async function liveThrough(
  steps: readonly Step[],
  { role, plain, secretive }: Pair & { role: HiddenFrom },
  ask: (questions: readonly Question[], live: Live) => Promise<void>,
): Promise<void> {
  const live: Live = { instants: [], now: new Date(FIRST).toISOString() }
  const written: (readonly Draft[])[] = []
  /** The newest that both hold of each report. */
  const present = new Map<string, Draft>()

  async function writeBoth(drafts: readonly Draft[], secret: Draft[], first: boolean) {
    await plain.store.append(drafts)
    const told = drafts.map((draft) => withOtherSecrets(draft, role))
    await secretive.store.append(first ? [...secret, ...told] : [...told, ...secret])
    written.push(drafts)
    for (const draft of drafts) present.set(draft.id, draft)
  }

  function reworded({ nth, times }: { nth: number; times: number }): Draft[] {
    const draft = [...present.values()][nth % Math.max(1, present.size)]
    if (draft === undefined) return []
    let other = draft
    for (let time = 0; time < times; time += 1) other = withOtherSecrets(other, role)
    return [other]
  }

  for (const step of steps) {
    const isLast = step === steps.at(-1)
    live.now = isLast ? NOW : new Date(Date.parse(live.now) + step.gapMs).toISOString()
    for (const { setNow } of [plain, secretive]) setNow(live.now)
    if (step.what !== 'ask') live.instants.push(live.now)
    switch (step.what) {
      case 'write':
        await writeBoth(step.drafts, [...step.hidden], step.hiddenFirst)
        break
      case 'hide':
        await secretive.store.append(step.drafts)
        break
      case 'write-again':
        await writeBoth(written[step.nth % written.length] ?? [], [], false)
        break
      case 'reword-hidden':
        await secretive.store.append(reworded(step))
        break
      case 'purge-hidden':
        await secretive.store.purge(step.id, 'administrator')
        break
      case 'purge':
        // Of a report that only the one store has, the other would keep no mark.
        if (!present.has(step.id)) break
        for (const { store } of [plain, secretive]) await store.purge(step.id, 'administrator')
        break
      case 'ask':
        await ask(step.questions, live)
    }
  }
}
