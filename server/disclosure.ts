import { CLOSED_STAGES } from '#domain/convoy-report.ts'
import { remember } from '#domain/once.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Precision } from '#domain/position.ts'
import type { Report } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import type { Source } from '#domain/source.ts'
import { endOf } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import { coarsenBody, coarsenCorridor, coarsenInstant, coarsenPosition } from './coarsen.ts'
import { POLICY } from './policy.ts'
import type { Rule, Secret } from './policy.ts'
import type { StoredReport } from './store/store.ts'

/** What a role may see of a report, and from when. */
export type Disclosure = { visibleFrom: Instant; copy: Report }

const AT_ONCE: Instant = '1970-01-01T00:00:00.000Z'
const HOUR_MS = 3_600_000

/**
 * The gate: what a role may see of a report and from when, or null for never. A pure function of the report
 * alone, never of other reports or of the clock, so the store can keep its answer beside the report.
 */
export function disclose(stored: StoredReport, role: Role): Disclosure | null {
  if (role === 'analyst' || role === 'admin') {
    return { visibleFrom: AT_ONCE, copy: copyOf(stored, POLICY.published.partner) }
  }
  const rule = POLICY[secretOf(stored)][role]
  if (rule.delayHours === null) return null
  return {
    visibleFrom: visibleFrom(stored, rule),
    copy: copyOf(stored, rule),
  }
}

/** Which row of the policy a report falls under. The first that fits, the most dangerous first. */
export function secretOf(stored: StoredReport): Secret {
  const { body, event, sensitivity } = stored
  if (sensitivity === 'confidential') return 'confidential'
  const isForward = event?.role === 'forward'
  if (isPublished(stored)) return isForward ? 'forward-looking' : 'published'
  // A plan that no one has published: not even partners read on whose word a crowd, or an ambush, could gather.
  if (isForward && body.kind !== 'convoy') return 'confidential'
  switch (body.kind) {
    case 'convoy':
      return body.stage !== null && CLOSED_STAGES.includes(body.stage)
        ? 'convoy-closed'
        : 'convoy-moving'
    case 'incident':
      return 'incident'
    case 'queue':
      return atThePump(stored)
    case 'price':
      if (body.market === 'parallel') return 'parallel-seller'
      // Whoever reads a price off a pump stands at it, as whoever queues there does.
      return sensitivity === 'restricted' ? atThePump(stored) : 'open'
    case 'bulletin':
      return sensitivity === 'restricted' ? 'restricted' : 'open'
  }
}

function atThePump({ reliability }: StoredReport): Secret {
  return reliability === 'A' || reliability === 'B' ? 'pump-trusted' : 'pump-untrusted'
}

/** True for what a named source has told the world, at an address where anybody can read it. */
function isPublished({ sensitivity, source }: StoredReport): boolean {
  return sensitivity === 'published' && source.url !== null
}

/**
 * The delay runs from the end of what is reported: a date known to the week ends with that week. Where times are cut to
 * an hour or a day, a copy appears on the next full one, and not the moment it came in: whoever asks again and again,
 * or for one vintage after another, would learn the minute at which somebody stood there and told of it.
 */
function visibleFrom(stored: StoredReport, { delayHours, when }: Rule): Instant {
  const due = delayHours ? dueAt(stored, delayHours) : -Infinity
  if (when === 'as-is') return due === -Infinity ? AT_ONCE : instantAt(due)
  const unit = when === 'day' ? 24 * HOUR_MS : HOUR_MS
  const told = Math.max(due, millisecondsOf(stored.receivedAt))
  return instantAt(Math.ceil(told / unit) * unit)
}

/** Reports come in by the batch and appear by the hour: the same moments are read and written again and again. */
const millisecondsOf = remember(1_000, Date.parse)
const instantAt = remember(1_000, (ms: number) => new Date(ms).toISOString())

/** In milliseconds. */
function dueAt(stored: StoredReport, delayHours: number): number {
  const isExact = stored.precision === 'minute' || stored.precision === 'hour'
  const end = isExact
    ? (stored.observedUntil ?? stored.observedAt)
    : endOf(observedPeriod(stored).to)
  return Date.parse(end) + delayHours * HOUR_MS
}

/** Field by field: what is not written here does not leave the server. */
function copyOf(stored: StoredReport, rule: Rule): Report {
  const { observedAt, observedUntil, publishedAt, receivedAt } = stored
  const { when } = rule
  const received = coarsenInstant(receivedAt, when)
  return {
    id: stored.id,
    revision: stored.revision,
    observedAt: coarsenInstant(observedAt, when),
    observedUntil: observedUntil === null ? null : coarsenInstant(observedUntil, when),
    precision: coarser(stored.precision, when),
    publishedAt: publishedAt === receivedAt ? received : coarsenInstant(publishedAt, when),
    publishedAssumed: stored.publishedAssumed,
    receivedAt: received,
    position: coarsenPosition(stored.position, rule.where),
    corridor: coarsenCorridor(stored.corridor, rule.where),
    source: rule.note ? stored.source : sourceWithoutAddress(stored.source),
    reliability: stored.reliability,
    credibility: stored.credibility,
    review: stored.review,
    sensitivity: stored.sensitivity,
    event: stored.event,
    note: rule.note ? stored.note : null,
    body: coarsenBody(stored.body, rule.counts),
    ...(rule.alone || isPublished(stored) ? {} : { inCompany: true as const }),
  }
}

/** An address may be somebody's own page; its day would tell when they wrote it. */
function sourceWithoutAddress(source: Source): Source {
  if (source.url === null && source.publishedOn === null) return source
  return { ...source, url: null, publishedOn: null }
}

function coarser(precision: Precision, when: Rule['when']): Precision {
  if (when === 'as-is' || precision === 'week' || precision === 'month') return precision
  if (when === 'day' || precision === 'day') return 'day'
  return 'hour'
}
