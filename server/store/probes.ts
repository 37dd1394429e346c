import { CLOSED_STAGES } from '#domain/convoy-report.ts'
import { emptyQueue } from '#domain/queue-report.ts'
import type { ReportBody } from '#domain/report.ts'
import type { StoredReport } from './store.ts'

const count = { low: 40, best: 57, high: 230 }

const convoy: ReportBody = {
  kind: 'convoy',
  product: 'diesel',
  convoy: 'K-7',
  stage: null,
  escorted: true,
  convoys: 2,
  size: count,
  tankersDeparted: count,
  tankersArrived: { low: 0, best: 0, high: 0 },
  tankersLost: { low: 3, best: null, high: 9 },
  tankersTurnedBack: { low: null, best: null, high: 1_200 },
  litres: count,
}
const STAGES = ['planned', 'in_transit', 'held', 'attacked', ...CLOSED_STAGES, null] as const

const BODIES: ReportBody[] = [
  ...STAGES.map((stage) => ({ ...convoy, stage })),
  {
    kind: 'incident',
    type: 'attack',
    events: 1,
    tankersDestroyed: count,
    tankersCaptured: count,
    vehiclesSeized: count,
    cansSeized: count,
    peopleKilled: count,
    soldiersKilled: count,
    attackersKilled: count,
    peopleInjured: count,
    peopleAbducted: count,
  },
  { ...emptyQueue('petrol'), queueSeen: true, vehicles: count, metres: count, stockLitres: 4_321 },
  ...(['ceiling', 'pump', 'parallel', 'baseline'] as const).map((market): ReportBody => {
    const container = { size: 1.5, unit: 'litre' } as const
    return {
      kind: 'price',
      product: 'petrol',
      market,
      amount: 1_234.5,
      currency: 'XOF',
      container,
      multipleOfOfficial: 2,
    }
  }),
  {
    kind: 'bulletin',
    product: null,
    metric: 'days_of_cover',
    value: { low: 3, best: 4, high: 5 },
    unit: 'days',
  },
]

const BASE: Omit<StoredReport, 'body'> = {
  id: '00000000-0000-4000-8000-000000000000',
  revision: 2,
  observedAt: '2026-01-07T14:37:12.345Z',
  observedUntil: null,
  precision: 'minute',
  publishedAt: '2026-01-07T18:21:09.876Z',
  publishedAssumed: false,
  receivedAt: '2026-01-07T19:02:03.004Z',
  position: { place: null, lat: 12.6392, lon: -8.0029, precisionMetres: 30 },
  corridor: { axis: 'ci', corridor: null, leg: null },
  source: { name: 'N', kind: 'community', url: null, publishedOn: null },
  reliability: 'B',
  credibility: 2,
  review: 'unreviewed',
  sensitivity: 'published',
  event: null,
  note: 'n',
  reporter: 'heron',
}

type Part = Partial<StoredReport>

/** What decides which rule a report falls under: every combination of these is asked about. */
const SENSITIVITIES: Part[] = (['published', 'restricted', 'confidential'] as const).map(
  (sensitivity) => ({ sensitivity }),
)
const SOURCES: Part[] = [
  {},
  { source: { ...BASE.source, kind: 'press', url: 'https://example.org/a' } },
]
const EVENTS: Part[] = [{}, { event: { id: 'e', role: 'forward' } }]
const TRUST: Part[] = (['A', 'B', 'C', 'F'] as const).map((reliability) => ({ reliability }))

/** What a rule may cut, one at a time. */
const VARIATIONS: Part[] = [
  {},
  ...(['hour', 'day', 'week', 'month'] as const).map((precision) => ({ precision })),
  { observedUntil: '2026-01-09T03:04:05.006Z' },
  { observedAt: '2026-01-07T23:30:00+05:30' },
  { position: null },
  { position: { place: 'bamako', lat: 12.64, lon: -8, precisionMetres: 5_000 } },
  { position: { place: 'bamako/acme-7', lat: 12.64, lon: -8, precisionMetres: 40 } },
  { position: { place: 'bamako', lat: null, lon: null, precisionMetres: null } },
  { position: { place: null, lat: 13.96, lon: -11.04, precisionMetres: 20_000 } },
  { corridor: null },
  { note: null },
  { event: { id: 'e', role: 'best' } },
  { credibility: 5 },
  { review: 'retracted' },
  { publishedAssumed: true },
]

/** One body for each way in which rules treat bodies; what may be cut is varied on these alone, to stay quick. */
const VARIED = BODIES.filter((body) => {
  if (body.kind === 'convoy') return body.stage === 'in_transit' || body.stage === 'arrived'
  return body.kind !== 'price' || body.market === 'pump' || body.market === 'parallel'
})
const VARIED_DECISIONS = combined([SENSITIVITIES, SOURCES, TRUST.slice(1, 3)])

/** A report of every kind, with everything in it that a gate could go by or cut: some two thousand. */
export function probes(): StoredReport[] {
  const all = combined([SENSITIVITIES, SOURCES, EVENTS, TRUST])
  return [
    ...BODIES.flatMap((body) => all.map((decision) => ({ ...BASE, ...decision, body }))),
    ...VARIED.flatMap((body) =>
      VARIED_DECISIONS.flatMap((decision) =>
        VARIATIONS.map((variation) => ({ ...BASE, ...decision, ...variation, body })),
      ),
    ),
  ]
}

function combined(parts: Part[][]): Part[] {
  return parts.reduce<Part[]>(
    (some, more) => some.flatMap((one) => more.map((other) => ({ ...one, ...other }))),
    [{}],
  )
}
