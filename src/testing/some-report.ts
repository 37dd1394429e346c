import type { BulletinBody } from '#domain/bulletin.ts'
import type { ConvoyBody } from '#domain/convoy-report.ts'
import { exactly } from '#domain/estimate.ts'
import type { IncidentBody } from '#domain/incident-report.ts'
import type { PriceBody } from '#domain/price-report.ts'
import { emptyQueue } from '#domain/queue-report.ts'
import type { QueueBody } from '#domain/queue-report.ts'
import type { Report, ReportBody } from '#domain/report.ts'
import { addDays, endOf, startOf } from '#domain/time.ts'

let made = 0

type Change = Partial<Omit<Report, 'body' | 'event'>> & {
  until?: string
  event?: [id: string, role: NonNullable<Report['event']>['role']]
  at?: string
  source_name?: string
}

/** A published report of a day, graded B2, for tests. `at` is a place id, `event` an id and a role. */
export function someReport(day: string, body: ReportBody, change: Change = {}): Report {
  const { until, event, at, source_name, ...rest } = change
  made += 1
  return {
    id: `report-${made}`,
    revision: 1,
    observedAt: startOf(day),
    observedUntil: until === undefined ? null : endOf(until),
    precision: 'day',
    publishedAt: startOf(addDays(until ?? day, 1)),
    publishedAssumed: false,
    receivedAt: '2026-11-20T08:00:00.000Z',
    position: { place: at ?? 'mali', lat: null, lon: null, precisionMetres: null },
    corridor: null,
    source: {
      name: source_name ?? 'RFI',
      kind: 'press',
      url: `https://example.org/${made}`,
      publishedOn: null,
    },
    reliability: 'B',
    credibility: 2,
    review: 'unreviewed',
    sensitivity: 'published',
    event: event ? { id: event[0], role: event[1] } : null,
    note: null,
    body,
    ...rest,
  }
}

/** A report of the field as the public is given it: to be counted with others', and not alone. */
export function heardReport(day: string, body: ReportBody, change: Change = {}): Report {
  const source = { name: 'Partner', kind: 'partner' as const, url: null, publishedOn: null }
  return { ...someReport(day, body, change), source, sensitivity: 'restricted', inCompany: true }
}

export function arrived(tankers: number | null): ConvoyBody {
  return {
    kind: 'convoy',
    product: null,
    convoy: null,
    stage: 'arrived',
    escorted: null,
    convoys: tankers === null ? 1 : null,
    size: null,
    tankersDeparted: null,
    tankersArrived: tankers === null ? null : exactly(tankers),
    tankersLost: null,
    tankersTurnedBack: null,
    litres: null,
  }
}

export function bulletin(
  metric: BulletinBody['metric'],
  value: number,
  unit = 'tankers',
): BulletinBody {
  return { kind: 'bulletin', product: null, metric, value: exactly(value), unit }
}

export function attack(change: Partial<IncidentBody> = {}): IncidentBody {
  return {
    kind: 'incident',
    type: 'attack',
    events: null,
    tankersDestroyed: null,
    tankersCaptured: null,
    vehiclesSeized: null,
    cansSeized: null,
    peopleKilled: null,
    soldiersKilled: null,
    attackersKilled: null,
    peopleInjured: null,
    peopleAbducted: null,
    ...change,
  }
}

export function price(amount: number, change: Partial<PriceBody> = {}): PriceBody {
  return {
    kind: 'price',
    product: 'petrol',
    market: 'parallel',
    amount,
    currency: 'XOF',
    container: { size: 1, unit: 'litre' },
    multipleOfOfficial: null,
    ...change,
  }
}

export function queue(change: Partial<QueueBody>): QueueBody {
  return { ...emptyQueue(null), ...change }
}
