import type { HandedIn } from '#contract/intake.ts'
import type { Atlas } from '#domain/atlas.ts'
import type { CorridorRef } from '#domain/corridor.ts'
import type { Place } from '#domain/place.ts'
import type { Role } from '#domain/role.ts'
import { isAtLeast } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { isInReach, YEARS } from '#domain/view.ts'
import type { Misfit } from '#server/problem.ts'
import { contactIn } from './contacts.ts'

type Reason = Omit<Misfit, 'name'>
/** Fields of a row, by their paths in it, with what is wrong with each. */
type Found = [path: string, reason: Reason['reason'], values?: Reason['values']]

type Parts = { atlas: Atlas; now: Instant; role: Role }

/** Clocks of phones are a little off. */
const SKEW_MS = 5 * 60_000
const LONGEST_DAYS = 370
/** Random ids and days as programs write them, which could be taken for telephone numbers. */
const NO_NUMBERS =
  /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/gi
const DAY_MS = 86_400_000

/** What its schema cannot tell of a report that somebody hands in: fields that do not fit each other, the atlas or the clock. */
export function checkHandedIn(row: HandedIn, parts: Parts): Misfit[] {
  return [
    ...timesOf(row, parts),
    ...placesOf(row, parts),
    ...grading(row, parts),
    ...plans(row),
    ...waits(row, parts),
    ...estimates(row.body),
    ...texts(row),
    ...addressOf(row),
  ].map(([name, reason, values]) => ({ name, reason, ...(values && { values }) }))
}

function* timesOf(row: HandedIn, { now }: Parts): Generator<Found> {
  const latest = Date.parse(now) + SKEW_MS
  for (const name of ['observedAt', 'observedUntil', 'publishedAt'] as const) {
    const instant = row[name]
    if (instant === null) continue
    if (Date.parse(instant) > latest) yield [name, 'problem.reason.future']
    else if (!isInReach(instant)) yield [name, 'problem.reason.years', YEARS]
  }
  const publishedOn = row.source.publishedOn
  if (publishedOn !== null && Date.parse(publishedOn) > latest)
    yield ['source.publishedOn', 'problem.reason.future']
  if (row.observedUntil === null) return
  const lengthMs = Date.parse(row.observedUntil) - Date.parse(row.observedAt)
  if (lengthMs < 0) yield ['observedUntil', 'problem.reason.before-start']
  if (lengthMs > LONGEST_DAYS * DAY_MS)
    yield ['observedUntil', 'problem.reason.too-long-days', { days: LONGEST_DAYS }]
}

function* placesOf({ position, corridor }: HandedIn, { atlas }: Parts): Generator<Found> {
  if (position !== null) {
    const { place, lat, lon, precisionMetres } = position
    if (place !== null && !atlas.places.has(place)) yield ['position.place', 'problem.reason.place']
    if ((lat === null) !== (lon === null))
      yield [lat === null ? 'position.lat' : 'position.lon', 'problem.reason.missing']
    if (lat !== null && precisionMetres === null)
      yield ['position.precisionMetres', 'problem.reason.missing']
    if (place === null && lat === null) yield ['position.place', 'problem.reason.missing']
  }
  if (corridor !== null) yield* corridorOf(corridor, atlas)
}

function* corridorOf({ axis, corridor, leg }: CorridorRef, atlas: Atlas): Generator<Found> {
  const known = atlas.corridors.filter((each) => each.axis === axis)
  if (corridor !== null && !known.some(({ id }) => id === corridor))
    yield ['corridor.corridor', 'problem.reason.corridor']
  const legs = known.filter(({ id }) => corridor === null || id === corridor)
  if (leg !== null && !legs.some((each) => each.legs.includes(leg)))
    yield ['corridor.leg', 'problem.reason.leg']
}

/**
 * A grade opens doors: of a source of A or B the public sees the very station. Nobody grades their own word. What is
 * published is shown to everybody at once and whole, a convoy on the road too, and an address alone proves nothing.
 */
function* grading(row: HandedIn, { role }: Parts): Generator<Found> {
  if (row.sensitivity === 'published' && row.source.url === null)
    yield ['source.url', 'problem.reason.published-url']
  if (isAtLeast(role, 'analyst')) return
  if (row.sensitivity === 'published') yield ['sensitivity', 'problem.reason.published-by']
  if (row.reliability === 'A' || row.reliability === 'B')
    yield ['reliability', 'problem.reason.grade', { values: 'C, D, E, F' }]
  if (row.credibility < 3) yield ['credibility', 'problem.reason.grade', { values: '3, 4, 5, 6' }]
}

/**
 * A published plan would be public 48 hours after it was told, which may be before its day: nothing here says when that is.
 * So a plan is never handed in as published, and never as part of an event's figures.
 */
function* plans({ sensitivity, event, body }: HandedIn): Generator<Found> {
  const isPlan =
    (body.kind === 'convoy' && body.stage === 'planned') ||
    (body.kind === 'bulletin' && body.metric === 'tankers_planned')
  if (event?.role === 'forward') yield ['event.role', 'problem.reason.plan']
  if (isPlan && sensitivity === 'published') yield ['sensitivity', 'problem.reason.plan']
}

/** Where no cars queue for fuel: what waits there is a convoy. */
const ON_THE_WAY: readonly Place['kind'][] = ['border', 'road', 'depot', 'port']

/** The public reads of a queue within the hour, and of a convoy on the road never: the one must not be told as the other. */
function* waits({ sensitivity, body, position, corridor }: HandedIn, { atlas }: Parts) {
  if (body.kind !== 'queue' || sensitivity !== 'restricted') return
  const kind = position?.place ? atlas.places.get(position.place)?.kind : undefined
  if (kind !== undefined && ON_THE_WAY.includes(kind))
    yield ['position.place', 'problem.reason.wait'] satisfies Found
  if (corridor?.leg) yield ['corridor.leg', 'problem.reason.wait'] satisfies Found
}

function* estimates(body: HandedIn['body']): Generator<Found> {
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'object' || value === null || !('best' in value)) continue
    const ends = [value.low, value.best, value.high].filter((end) => end !== null)
    if (ends.length === 0) yield [`body.${name}.best`, 'problem.reason.missing']
    if (ends.some((end, at) => end < (ends[at - 1] ?? end)))
      yield [`body.${name}`, 'problem.reason.order']
  }
}

/** Addresses that are a telephone's, or hold a name and a password. */
function* addressOf({ source }: HandedIn): Generator<Found> {
  const url = source?.url ?? null
  if (url === null) return
  const { hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') yield ['source.url', 'problem.reason.url']
  if (/(^|\.)(wa\.me|whatsapp\.com)$/.test(hostname))
    yield ['source.url', 'problem.reason.contact', { contact: 'phone' }]
}

function* texts({ note, source, event, body }: HandedIn): Generator<Found> {
  const written: [string, string | null][] = [
    ['note', note],
    ['source.name', source.name],
    // Whoever sees the report reads it, the public too.
    ['event.id', event?.id.replaceAll(NO_NUMBERS, ' ') ?? null],
    ['body.convoy', body.kind === 'convoy' ? body.convoy : null],
    ['body.unit', body.kind === 'bulletin' ? body.unit : null],
  ]
  for (const [name, text] of written) {
    const contact = text === null ? null : contactIn(text)
    if (contact !== null) yield [name, 'problem.reason.contact', { contact }]
    if (text !== null && UNSEEN.test(text.replace(/\n/g, ' ')))
      yield [name, 'problem.reason.unseen']
  }
  if (source.url !== null && UNSEEN.test(source.url)) yield ['source.url', 'problem.reason.unseen']
}

/** Letters that change the order of others, or are not seen, hide what is said; half a letter cannot be kept. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/u
