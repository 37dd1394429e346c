import { once } from './once.ts'
import { perPart } from './parts.ts'
import type { Report } from './report.ts'
import { witnessOf } from './source.ts'
import { bestJudged } from './statement.ts'
import type { Day, Instant } from './time.ts'
import { dayOf } from './time.ts'

/** What stands behind a figure, told of all its reports, be they two or ten thousand. */
export type Backing = {
  /** How many of the reports each witness gave. */
  witnesses: ReadonlyMap<string, number>
  /** The last day that any of them names, and the newest publication; null for none. */
  lastDay: Day | null
  newest: Instant | null
  /** True when the day on which one of them was published is assumed. */
  isAssumed: boolean
  /** The best judged of them, which an answer names so that the figure can be traced. */
  traced: readonly Report[]
}

/** How many reports a figure names: enough to trace it, few enough to send. */
const TRACED = 20

const inParts = perPart((reports: readonly Report[]): Backing => {
  const witnesses = new Map<string, number>()
  let [last, newest, isAssumed] = ['', '', false]
  for (const { source, observedAt, observedUntil, publishedAt, publishedAssumed } of reports) {
    const witness = witnessOf(source)
    witnesses.set(witness, (witnesses.get(witness) ?? 0) + 1)
    const end = observedUntil ?? observedAt
    if (end > last) last = end
    if (publishedAt > newest) newest = publishedAt
    isAssumed ||= publishedAssumed
  }
  return {
    witnesses,
    lastDay: last === '' ? null : dayOf(last),
    newest: newest === '' ? null : newest,
    isAssumed,
    traced: bestJudged(reports, TRACED),
  }
})

export const backingOf: (reports: readonly Report[]) => Backing = once((reports) => {
  const parts = inParts(reports)
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : together(parts)
})

function together(parts: readonly Backing[]): Backing {
  const witnesses = new Map<string, number>()
  for (const part of parts)
    for (const [witness, times] of part.witnesses)
      witnesses.set(witness, (witnesses.get(witness) ?? 0) + times)
  return {
    witnesses,
    lastDay: last(parts.map(({ lastDay }) => lastDay)),
    newest: last(parts.map(({ newest }) => newest)),
    isAssumed: parts.some(({ isAssumed }) => isAssumed),
    traced: bestJudged(
      parts.flatMap(({ traced }) => traced),
      TRACED,
    ),
  }
}

function last(times: readonly (string | null)[]): string | null {
  return times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
}
