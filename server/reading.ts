import type { Atlas } from '#domain/atlas.ts'
import { chosen } from '#domain/parts.ts'
import { recordState } from '#domain/record-state.ts'
import type { Report } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import type { RecordState, Window } from '#domain/situation.ts'
import { dayOf, daysBetween } from '#domain/time.ts'
import type { Day, Instant } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import { resolveWindow } from '#domain/window.ts'
import { misfits } from './problem.ts'
import { recent } from './recent.ts'
import type { Reading, ReportStore } from './store/store.ts'

/** What a route counts with: the reports the asker may see, and the window the question is about. */
export type Held = {
  /** All that still stands: what was taken back counts in no figure, so no route that counts is given it. */
  reports: readonly Report[]
  /** Those that were taken back among them: what can be listed and opened. */
  listed: readonly Report[]
  window: Window
  record: RecordState
  filter: Pick<View, 'corridor' | 'place' | 'product'>
  /** How it was read, for what a route still has to ask of the store. */
  reading: Reading
}

type Parts = { store: ReportStore; now: () => Instant; atlas: Atlas }

/** Not disputed ones: that somebody contradicts is part of what is told, and taking back is the reviewer's to say. */
const standing = chosen(({ review }: Report) => review !== 'retracted')

type Kept = ReturnType<typeof keep>

/** The last few readings of one version of the store. */
function keep(version: number) {
  return {
    version,
    lastChanges: recent<Instant | null>(CACHED_READINGS),
    readings: recent<readonly Report[]>(CACHED_READINGS),
  }
}

const CLOCK_STEP_MS = 10_000
const CACHED_READINGS = 8
const LONGEST_WINDOW_YEARS = 30

export type Reader = {
  /** What a View is about. Throws a refusal that names the parameter when the View contradicts itself. */
  read: (role: Role, view: View) => Promise<Held>
  /**
   * All that an answer depends on besides its question: while the text is the same, so is the answer. It reads no report.
   * It must never reach an answer, since it tells of every write.
   */
  stampOf: (role: Role, view: View) => Promise<string>
}

/**
 * Turns a View into what it is about. The reports of the last few readings are kept, so that the many
 * requests of one screen read the store once; whatever is written or comes due makes another instant, and so
 * another reading.
 */
export function makeReader({ store, now, atlas }: Parts): Reader {
  let kept = keep(-1)

  /** What is kept is of one version: after a write, a correction or a purge, none of it is asked for again. */
  async function current(): Promise<Kept> {
    const version = await store.version()
    if (version !== kept.version) kept = keep(version)
    return kept
  }

  /** Always as of a closed instant, so that what is answered now is what a pin of the answer gives for ever. */
  async function closed(reading: Reading, { lastChanges }: Kept): Promise<Reading> {
    if (reading.vintage !== null) return reading
    const key = [reading.role, reading.clock].join(' ')
    const newest = await lastChanges(key, () => store.lastReceived(reading))
    if (newest === null) return reading
    // The clock ran ahead when that was stamped. It is told, but no embargo ends before its time.
    if (newest > now()) return { ...reading, vintage: newest }
    return { ...reading, clock: newest, vintage: newest }
  }

  async function stampOf(role: Role, view: View): Promise<string> {
    const asked = readingOf(role, view, now())
    const ofVersion = await current()
    const { clock, known, vintage } = await closed(asked, ofVersion)
    return [ofVersion.version, role, clock, known, vintage, todayIn(asked)].join(' ')
  }

  async function read(role: Role, view: View): Promise<Held> {
    const asked = readingOf(role, view, now())
    if (view.place !== undefined && !atlas.places.has(view.place)) {
      throw misfits({ name: 'place', reason: 'problem.reason.place' })
    }
    const ofVersion = await current()
    const reading = await closed(asked, ofVersion)
    const { clock, known, vintage } = reading
    const key = [role, clock, known, vintage].join(' ')
    const listed = await ofVersion.readings(key, () => store.read(reading))
    const reports = standing(listed)
    const today = todayIn(asked)
    const record = recordState(reports, today)
    const window = resolveWindow(view, record, { vintage, today })
    refuseContradictions(view, window)
    const { corridor, place, product } = view
    const filter = {
      ...(corridor === undefined ? {} : { corridor }),
      ...(place === undefined ? {} : { place }),
      ...(product === undefined ? {} : { product }),
    }
    return { reports, listed, window, record, filter, reading }
  }

  return { read, stampOf }
}

/** The gate's clock is the vintage where one is asked for: an embargo that ends later does not change a pin. */
export function readingOf(role: Role, view: View, now: Instant): Reading {
  // Normalised, because instants are compared as text: "…00Z" would sort after "…00.500Z".
  const vintage = view.vintage === undefined ? null : new Date(view.vintage).toISOString()
  if (vintage !== null && vintage > now)
    throw misfits({ name: 'vintage', reason: 'problem.reason.future' })
  if (view.at !== undefined && view.at > dayOf(now))
    throw misfits({ name: 'at', reason: 'problem.reason.future' })
  const step = new Date(Math.floor(Date.parse(now) / CLOCK_STEP_MS) * CLOCK_STEP_MS).toISOString()
  return { role, clock: vintage ?? step, vintage, known: view.known ?? null, observed: null }
}

/** The day silence is counted to. */
function todayIn({ clock, known }: Reading): Day {
  const today = dayOf(clock)
  return known !== null && known < today ? known : today
}

function refuseContradictions(view: View, { from, to, at }: Window): void {
  if (from > to) {
    // Whichever was given is named; where both were, the first to be read is `from`.
    const name = view.from === undefined ? 'to' : 'from'
    throw misfits({ name, reason: 'problem.reason.after', values: { day: to } })
  }
  if (daysBetween(from, to) > LONGEST_WINDOW_YEARS * 365.25) {
    const name = view.from === undefined ? 'to' : 'from'
    throw misfits({
      name,
      reason: 'problem.reason.too-long',
      values: { years: LONGEST_WINDOW_YEARS },
    })
  }
  if (at < from || at > to) {
    throw misfits({ name: 'at', reason: 'problem.reason.outside', values: { from, to } })
  }
}
