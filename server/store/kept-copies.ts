import { setImmediate } from 'node:timers/promises'
import { grouped } from '#domain/grouped.ts'
import { joined } from '#domain/parts.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { overlaps } from '#domain/time.ts'
import type { Day, Instant } from '#domain/time.ts'
import { boundsOf, copyRole } from './copies.ts'
import { stateOf } from './postgres-state.ts'
import type { Database } from './postgres-state.ts'
import { allRevised } from './postgres-revised.ts'
import { earlier, NOTHING, numbered } from './postgres-day.ts'
import type { Week } from './postgres-day.ts'
import { byDay, makeWeeks } from './postgres-weeks.ts'
import { further, lies, NOWHERE } from './reach.ts'
import type { Bounds } from './revision.ts'
import { heardFrom, isBefore } from './heard-from.ts'
import { ownPurges } from './own-purges.ts'
import type { Reading } from './store.ts'
import type { CopyRole } from './tables.ts'
import { tombstonesIn } from './postgres-purge.ts'
import type { Purge } from './postgres-purge.ts'
import { makeHear, reportOf } from './told.ts'

/** Copies in memory, of all roles together: some 150 bytes each. The role longest not asked for goes first. */
const MOST_COPIES = 3_000_000
/** Reports looked up in one question. */
const AT_ONCE = 2_000

type State = Awaited<ReturnType<typeof stateOf>>
/** What a role sees of all weeks within some bounds, as of a state of the database. */
type Shelf = {
  weeks: Map<Day, Week>
  /** Everything there is within these; `publishedBy` is infinite. */
  bounds: Bounds
  version: number
  lastReceived: number
  policy: string | null
  tombstones: number
  /** Of all weeks in one; null until it is asked for. */
  all: readonly Report[] | null
}

/**
 * The copies that readers ask for again and again, week by week in memory. A reading looks into the database for what has
 * come, come due or been purged since the one before, and makes anew the weeks that this touched; all others stay the very
 * lists they were, so that what was worked out of them need not be worked out again.
 */
export function keepCopies(database: Database, now: () => Instant) {
  const shelves = new Map<CopyRole, Shelf>()
  const turns = new Map<CopyRole, Promise<unknown>>()
  const purges = ownPurges()
  let isClosed = false

  /** One after the other for each role: what one reading learns, the next need not. */
  function inTurn<Result>(role: CopyRole, work: () => Promise<Result>): Promise<Result> {
    const turn = (turns.get(role) ?? Promise.resolve()).then(work)
    turns.set(
      role,
      turn.catch(() => {}),
    )
    return turn
  }

  /** Others are answered between two weeks: PGlite works without ever waiting. */
  async function breathe(): Promise<void> {
    await setImmediate()
    if (isClosed) throw new Error('The store is closed.')
  }

  const hear = makeHear()
  const weeks = makeWeeks(database, { hear, breathe })

  async function load(role: CopyRole, state: State, bounds: Bounds): Promise<Shelf> {
    const shelf = { ...asOf(state), tombstones: await tombstonesIn(database), bounds }
    const found = new Map<Day, Week>()
    const revised = await allRevised(database)
    const fit = [...shelves].filter(([other, each]) => other !== role && isBefore(each, shelf))
    const heard = fit.length > 0 ? { heard: heardFrom(fit) } : {}
    for (const monday of await weeks.mondays()) {
      const week = await weeks.week(role, monday, { bounds, ...heard, revised })
      if (week.rows > 0) found.set(monday, week)
      await breathe()
    }
    return { ...shelf, weeks: found, all: null }
  }

  /**
   * Weeks from which something was purged are made anew. A purge leaves no trace of which these are: what another process
   * purged, the number of copies that are left tells.
   */
  async function withoutPurged(role: CopyRole, shelf: Shelf): Promise<Shelf> {
    const tombstones = await tombstonesIn(database)
    if (tombstones === shelf.tombstones) return shelf
    const own = purges.between(shelf.tombstones, tombstones)
    const left = new Map(shelf.weeks)
    for (const [monday, { rows }] of shelf.weeks) {
      if (own !== null && !own.has(monday)) continue
      if (own === null && (await weeks.rowsOf(role, monday, shelf.bounds)) === rows) continue
      left.set(monday, await weeks.week(role, monday, shelf))
      await breathe()
    }
    return { ...shelf, tombstones, weeks: left, all: null }
  }

  /** The shelf with what is seen since, up to the bounds. */
  async function withNews(role: CopyRole, shelf: Shelf, bounds: Bounds): Promise<Shelf> {
    const ids = await weeks.changed(role, shelf.bounds, bounds)
    if (ids.length === 0) return { ...shelf, bounds }
    const touched = new Map<Day, Omit<Week, 'reports'> & { reports: Report[] }>()
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await weeks.copiesOf(role, ids.slice(from, from + AT_ONCE), bounds)
      for (const [, revisions] of grouped(rows, ({ id }) => id)) {
        const reach = revisions.map((each) => each.reach).reduce(further, NOWHERE)
        for (const [nth, { monday, told, reach: own }] of revisions.entries()) {
          const week = touched.get(monday) ?? { ...NOTHING, reports: [] }
          const isNew = !lies(own, shelf.bounds)
          touched.set(monday, week)
          week.rows += isNew ? 1 : 0
          week.reach = further(week.reach, reach)
          week.dawn = earlier(week.dawn, own)
          if (nth === revisions.length - 1)
            week.reports.push(reportOf(numbered(hear(told), revisions.length)))
        }
      }
      await breathe()
    }
    const gone = new Set(ids)
    const next = new Map(shelf.weeks)
    for (const [monday, { rows, reach, dawn, reports }] of touched) {
      const before = shelf.weeks.get(monday) ?? NOTHING
      const others = before.reports.filter(({ id }) => !gone.has(id))
      next.set(monday, {
        reports: [...others, ...reports].toSorted(byDay),
        rows: before.rows + rows,
        reach: further(before.reach, reach),
        dawn: earlier(before.dawn, dawn),
      })
    }
    return { ...shelf, weeks: next, bounds, all: null }
  }

  /** The role's shelf, as far as `clock` and with all that is committed. */
  async function shelfFor(role: CopyRole, clock: number): Promise<Shelf> {
    const state = await stateOf(database)
    const before = shelves.get(role)
    const isOfNow = before !== undefined && isContinued(before, state)
    if (before !== undefined && !isOfNow) purges.forget()
    const receivedBy = asOf(state).lastReceived
    if (isOfNow && before.version === state.version && clock <= before.bounds.visibleBy)
      return before
    const visibleBy = Math.max(clock, isOfNow ? before.bounds.visibleBy : Date.parse(now()))
    const bounds = { visibleBy, receivedBy, publishedBy: Infinity }
    const shelf = isOfNow
      ? await withNews(role, await withoutPurged(role, before), bounds)
      : await load(role, state, bounds)
    const after = await stateOf(database)
    // Another release has made all copies anew meanwhile: of two policies, none is told.
    if (after.policy !== state.policy) return shelfFor(role, clock)
    return { ...shelf, ...asOf(state) }
  }

  function keep(role: CopyRole, shelf: Shelf): void {
    // Taken out and put back: a Map keeps its order, so the first is the one longest unused.
    shelves.delete(role)
    shelves.set(role, shelf)
    let total = [...shelves.values()].reduce((sum, each) => sum + sizeOf(each), 0)
    for (const [other, each] of shelves) {
      if (total <= MOST_COPIES || other === role) return
      shelves.delete(other)
      total -= sizeOf(each)
    }
  }

  /** What a reading sees of a week that the shelf sees more of. */
  async function partOf(role: CopyRole, [monday, week]: [Day, Week], bounds: Bounds) {
    if (lies(week.reach, bounds)) return week.reports
    const { receivedBy, publishedBy } = week.dawn
    if (receivedBy > bounds.receivedBy || publishedBy > bounds.publishedBy) return []
    await breathe()
    return (await weeks.week(role, monday, { bounds })).reports
  }

  async function read(reading: Reading): Promise<readonly Report[]> {
    const role = copyRole(reading.role)
    const asked = boundsOf(reading)
    const shelf = await inTurn(role, async () => {
      const found = await shelfFor(role, asked.visibleBy)
      keep(role, found)
      return found
    })
    const bounds = { ...asked, receivedBy: Math.min(asked.receivedBy, shelf.bounds.receivedBy) }
    const inOrder = [...shelf.weeks].toSorted(([a], [b]) => (a < b ? -1 : 1))
    if (inOrder.every(([, { reach }]) => lies(reach, bounds)))
      return (shelf.all ??= joined(inOrder.map(([, { reports }]) => reports)))
    const parts: (readonly Report[])[] = []
    for (const week of inOrder) parts.push(await partOf(role, week, bounds))
    return joined(parts)
  }

  return {
    async read(reading: Reading): Promise<readonly Report[]> {
      const reports = await read(reading)
      const { observed } = reading
      if (observed === null) return reports
      return reports.filter((report) => overlaps(observedPeriod(report), observed))
    },

    /** Every revision of a report that the reading sees, the newest first. Nothing of it is kept. */
    async revisions(id: string, reading: Reading): Promise<Report[]> {
      const rows = await weeks.copiesOf(copyRole(reading.role), [id], boundsOf(reading))
      return rows.map(({ told }, index) => reportOf(numbered(hear(told), index + 1))).toReversed()
    },

    /** Of some reports the newest revision that the reading sees, all by one question. Nothing of it is kept. */
    async newest(ids: readonly string[], reading: Reading): Promise<Report[]> {
      const rows = await weeks.copiesOf(copyRole(reading.role), ids, boundsOf(reading))
      return [...grouped(rows, ({ id }) => id).values()].flatMap((revisions) =>
        revisions.slice(-1).map(({ told }) => reportOf(numbered(hear(told), revisions.length))),
      )
    },

    /** To be told of each purge by this process. */
    wasPurged: (purge: Purge) => purges.note(purge),

    /** Ends what is under way; whoever still waits for it is refused. */
    async close(): Promise<void> {
      isClosed = true
      await Promise.all(turns.values())
    },
  }
}

function asOf({ version, lastReceived, policy }: State) {
  return { version, lastReceived: lastReceived?.getTime() ?? BEFORE_ALL, policy }
}

/** Before anything was received; a moment that PostgreSQL knows. */
const BEFORE_ALL = 0

/** False when the database was emptied or all of its copies were made anew: nothing that was read of it counts. */
function isContinued(shelf: Shelf, state: State): boolean {
  const { version, lastReceived, policy } = asOf(state)
  return shelf.policy === policy && shelf.version <= version && shelf.lastReceived <= lastReceived
}

function sizeOf({ weeks }: Shelf): number {
  return [...weeks.values()].reduce((sum, { reports }) => sum + reports.length, 0)
}
