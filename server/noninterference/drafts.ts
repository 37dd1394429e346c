import * as fc from 'fast-check'
import type { EventRef } from '#domain/event.ts'
import { EventRole } from '#domain/event.ts'
import { dayOf } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import type { Draft } from '#server/store/store.ts'
import {
  anyBody,
  bulletin,
  closedConvoy,
  incident,
  movingConvoy,
  priceIn,
  queue,
} from './bodies.ts'

/** The latest that anybody asks: what is still hidden then was hidden at every moment before. */
export const NOW: Instant = '2026-11-22T12:00:00.000Z'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Quarters, stations, towns on the way, and no place at all. */
export const PLACES = [
  'bamako',
  'bamako-hamdallaye-aci-2000',
  'bamako/etoile-3',
  'bamako/etoile-4',
  'sikasso',
  'kayes',
  'mali',
] as const

/** Things that several reports speak of. */
export const EVENTS = ['convoy-of-the-week', 'attack-on-the-road'] as const

/** Ids of reports that both stores hold; hidden revisions may come before and after them. */
export const SHARED_IDS = idsFrom(1, 6)
/** Ids that only hidden reports have. */
export const SECRET_IDS = idsFrom(101, 4)
/** Ids that nobody has. */
export const FREE_IDS = idsFrom(901, 1)

function idsFrom(first: number, count: number): string[] {
  return Array.from(
    { length: count },
    (_, n) => `00000000-0000-4000-8000-${String(first + n).padStart(12, '0')}`,
  )
}

/** Observed that many hours before `NOW` at the most and at the least. */
type Span = { most: number; least: number }

const LONG_AGO: Span = { most: 24 * 60, least: 0 }

const momentIn = ({ most, least }: Span): fc.Arbitrary<Instant> =>
  fc
    .integer({ min: Math.floor(least * 60), max: Math.floor(most * 60) - 1 })
    .map((minutes) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString())

const position: fc.Arbitrary<Draft['position']> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...PLACES).map((place) => ({
    place,
    lat: place === 'mali' ? null : 12.6543,
    lon: place === 'mali' ? null : -8.0123,
    precisionMetres: place.includes('/') ? 50 : 5_000,
  })),
  fc.constant({ place: null, lat: 11.3217, lon: -5.6671, precisionMetres: 100 }),
)

const corridor: fc.Arbitrary<Draft['corridor']> = fc.constantFrom(
  null,
  { axis: 'ci', corridor: 'ci-main', leg: 'bougouni-bamako' },
  { axis: 'ci', corridor: 'ci-main', leg: null },
  { axis: 'sn', corridor: 'sn-north', leg: null },
)

const pastEvent: fc.Arbitrary<EventRef | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    id: fc.constantFrom(...EVENTS),
    role: fc.constantFrom(...EventRole.options.filter((role) => role !== 'forward')),
  }),
)

type Kind = {
  body: fc.Arbitrary<Draft['body']>
  span?: Span
  sensitivity?: Draft['sensitivity']
  /** A text that anybody can read: its address. */
  isPrinted?: boolean
  event?: fc.Arbitrary<EventRef | null>
}

function draftOf({
  body,
  span = LONG_AGO,
  sensitivity = 'restricted',
  isPrinted = false,
  event = pastEvent,
}: Kind): fc.Arbitrary<Omit<Draft, 'id'>> {
  return fc
    .record({
      body,
      observedAt: momentIn(span),
      hours: fc.constantFrom(null, null, null, 1, 30),
      precision: fc.constantFrom('minute', 'hour', 'day', 'day', 'week'),
      position,
      corridor,
      event,
      reliability: fc.constantFrom('A', 'B', 'C', 'D'),
      credibility: fc.constantFrom(1, 2, 3, 4, 6),
      review: fc.constantFrom('unreviewed', 'unreviewed', 'confirmed', 'disputed', 'retracted'),
      name: fc.constantFrom('RFI', 'Studio Tamani', 'Ministère du Commerce'),
      note: fc.constantFrom(null, 'seen from the roof', 'told by a driver'),
    })
    .map(({ hours, name, ...said }): Omit<Draft, 'id'> => {
      const end = hours === null ? null : Date.parse(said.observedAt) + hours * HOUR_MS
      const last = new Date(end ?? Date.parse(said.observedAt))
      return {
        ...said,
        observedUntil: end === null ? null : last.toISOString(),
        publishedAt: new Date(last.getTime() + DAY_MS / 4).toISOString(),
        publishedAssumed: false,
        source: {
          name,
          kind: isPrinted ? 'press' : 'partner',
          url: isPrinted ? 'https://example.org/article' : null,
          publishedOn: isPrinted ? dayOf(said.observedAt) : null,
        },
        sensitivity,
        reporter: 'heron-41',
      }
    })
}

const forward = fc.record({ id: fc.constantFrom(...EVENTS), role: fc.constant('forward' as const) })
const printed = { sensitivity: 'published', isPrinted: true } as const

/** Everything: whatever both stores hold may be of any kind, and hidden or not. */
export const someDraft = fc.oneof(
  { weight: 6, arbitrary: draftOf({ ...printed, body: anyBody }) },
  { weight: 3, arbitrary: draftOf({ body: queue }) },
  { weight: 2, arbitrary: draftOf({ body: priceIn('parallel') }) },
  { weight: 1, arbitrary: draftOf({ body: incident }) },
  { weight: 1, arbitrary: draftOf({ body: closedConvoy }) },
  { weight: 1, arbitrary: draftOf({ ...printed, body: bulletin, event: forward }) },
  { weight: 1, arbitrary: draftOf({ body: anyBody, sensitivity: 'confidential' }) },
)

const within = (most: number): Span => ({ most, least: 0 })
const unprinted = (kind: Pick<Kind, 'body' | 'span'>) =>
  fc.oneof(
    draftOf(kind),
    draftOf({ ...kind, sensitivity: 'published' }),
    draftOf({ ...kind, isPrinted: true }),
  )

const confidential = fc.oneof(
  draftOf({ body: anyBody, sensitivity: 'confidential' }),
  draftOf({ body: anyBody, sensitivity: 'confidential', isPrinted: true }),
)
/** From two days before what is expected, until two days after. */
const expected = draftOf({
  ...printed,
  body: anyBody,
  event: forward,
  span: { most: 48, least: -720 },
})

/** What the public may not see at `NOW`, as the rules are told to people (docs/disclosure.md), not as the gate reads them. */
export const HIDDEN_FROM = {
  public: fc.oneof(
    unprinted({ body: movingConvoy }),
    unprinted({ body: closedConvoy, span: within(48) }),
    unprinted({ body: incident, span: within(24) }),
    draftOf({ body: bulletin }),
    confidential,
    expected,
  ),
  partner: fc.oneof(
    unprinted({ body: movingConvoy, span: within(6) }),
    unprinted({ body: closedConvoy, span: within(6) }),
    confidential,
    expected,
  ),
} as const

/** Who something is hidden from, and not for ever or from nobody. */
export type HiddenFrom = keyof typeof HIDDEN_FROM

/**
 * The same report with other secrets: what the role's copy leaves out or cuts is not the same, and all that it is told is.
 * Never two drafts into one.
 */
export function withOtherSecrets(draft: Draft, role: HiddenFrom): Draft {
  const { sensitivity, source, event, body, precision, observedAt, observedUntil } = draft
  const other = { ...draft, reporter: 'ibis-7' }
  // Partners are told nearly everything, and only later.
  if (role === 'partner') return other
  if (event?.role === 'forward' || (sensitivity === 'published' && source.url !== null))
    return other
  if (body.kind === 'convoy') other.body = { ...body, convoy: `${body.convoy} of K.` }
  const isToTheMinute = body.kind === 'queue' && precision === 'minute' && observedUntil === null
  return {
    ...other,
    note: `${draft.note} in a green hat`,
    // Another minute of the same hour.
    observedAt: isToTheMinute
      ? observedAt.replace(
          /:(\d\d):/,
          (_, minute) => `:${String(59 - Number(minute)).padStart(2, '0')}:`,
        )
      : observedAt,
  }
}
