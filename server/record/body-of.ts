import type { ConvoyBody } from '#domain/convoy-report.ts'
import { exactly } from '#domain/estimate.ts'
import type { IncidentBody } from '#domain/incident-report.ts'
import type { Market, PriceBody } from '#domain/price-report.ts'
import type { Product } from '#domain/product.ts'
import { emptyQueue } from '#domain/queue-report.ts'
import type { QueueBody } from '#domain/queue-report.ts'
import { targetOf } from '#domain/record-mapping.ts'
import type { Target } from '#domain/record-mapping.ts'
import type { ReportBody } from '#domain/report.ts'
import type { Fact } from './fact.ts'

/** Why a fact cannot become a report: the column at fault and the reason. */
export type Misfit = { column: keyof Fact; reason: string }

/** Values beyond these are slips of unit, not news: litres a day for litres a month, dollars for francs. */
const SANE: Record<string, readonly [least: number, most: number]> = {
  'XOF/L': [50, 20_000],
  'XOF/kg': [50, 20_000],
  share: [0, 1],
  flag: [0, 1],
  tankers: [0, 20_000],
  vehicles: [0, 20_000],
  m: [0, 100_000],
}

/** The body a fact becomes, by the table in `domain/record-mapping.ts`, or what about it does not fit. */
export function bodyOf(fact: Fact, isCeiling: boolean): ReportBody | Misfit {
  const target = targetOf(fact.kind, fact.metric)
  if (target === null) {
    return {
      column: 'metric',
      reason: `“${fact.kind} / ${fact.metric}” stands in no row of the mapping table`,
    }
  }
  const sane = SANE[fact.unit]
  if (sane && (fact.value < sane[0] || fact.value > sane[1])) {
    return {
      column: 'value',
      reason: `${fact.value} ${fact.unit} is outside ${sane[0]} to ${sane[1]}`,
    }
  }
  if (target.kind === 'bulletin') {
    const { metric } = target
    return {
      kind: 'bulletin',
      product: productOf(fact),
      metric,
      value: isUpperEnd(fact)
        ? { low: null, best: fact.value, high: fact.value }
        : exactly(fact.value),
      unit: fact.unit,
    }
  }
  if (!([] as string[]).concat(target.unit).includes(fact.unit)) {
    return { column: 'unit', reason: `“${fact.unit}” is not a unit of ${fact.metric}` }
  }
  switch (target.kind) {
    case 'price':
      return priceOf(fact, isCeiling)
    case 'queue':
      return queueOf(fact, target)
    case 'convoy':
      return convoyOf(fact, target)
    case 'incident':
      return incidentOf(fact, target)
  }
}

/** "Out of fuel within two weeks" says how long stocks last at the most, and nothing of the least. */
function isUpperEnd({ metric, note }: Fact): boolean {
  return metric === 'days_of_cover' && /\bwithin\b/i.test(note)
}

/** "mixed" in the record means that no product was singled out. */
function productOf({ product }: Fact): Product | null {
  return product === 'mixed' ? null : product
}

function priceOf(fact: Fact, isCeiling: boolean): PriceBody {
  const isMultiple = fact.unit === 'x'
  const pump: Market = isCeiling ? 'ceiling' : 'pump'
  const market: Market =
    fact.market === 'official' ? pump : fact.market === 'parallel' ? 'parallel' : 'baseline'
  return {
    kind: 'price',
    product: productOf(fact),
    market,
    amount: isMultiple ? null : fact.value,
    currency: isMultiple ? null : (fact.unit.split('/')[0] as 'XOF' | 'GNF' | 'USD'),
    container: isMultiple ? null : containerOf(fact.metric),
    multipleOfOfficial: isMultiple ? fact.value : null,
  }
}

function containerOf(metric: string): NonNullable<PriceBody['container']> {
  if (metric === 'price_per_20l_can') return { size: 20, unit: 'litre' }
  if (metric === 'price_per_6kg_bottle') return { size: 6, unit: 'kg' }
  return { size: 1, unit: metric === 'price_per_kg' ? 'kg' : 'litre' }
}

function queueOf(fact: Fact, { field }: Extract<Target, { kind: 'queue' }>): QueueBody {
  const { value } = fact
  const body = emptyQueue(productOf(fact))
  const stations = { open: null, known: null, openShare: null, mostlyOpen: null }
  switch (field) {
    case 'vehicles':
    case 'metres':
    case 'waitHours':
      return { ...body, [field]: exactly(value) }
    case 'queueSeen':
      return { ...body, queueSeen: value === 1 }
    case 'availability':
      return { ...body, availability: availabilityOf(fact) }
    case 'stations.mostlyOpen':
      return { ...body, stations: { ...stations, mostlyOpen: value === 1 } }
    case 'stations.open':
    case 'stations.known':
    case 'stations.openShare':
      return { ...body, stations: { ...stations, [field.slice('stations.'.length)]: value } }
    case 'daysDry':
    case 'hoursUntilSoldOut':
    case 'hoursOpenPerDay':
    case 'stockLitres':
    case 'stationsTriedInVain':
    case 'rationLitres':
      return { ...body, [field]: value }
  }
}

/** "Shortage reported" and "diesel available" say the opposite with the same 1. */
function availabilityOf({ metric, value }: Fact): QueueBody['availability'] {
  if (metric === 'shortage_reported') return value === 1 ? 'low' : 'available'
  return value === 1 ? 'available' : 'out_of_stock'
}

function convoyOf(fact: Fact, { field, stage }: Extract<Target, { kind: 'convoy' }>): ConvoyBody {
  const body: ConvoyBody = {
    kind: 'convoy',
    product: productOf(fact),
    convoy: null,
    stage,
    // The record has no column for it; its notes say "under escort" where their source does.
    escorted: /escort/i.test(fact.note) ? true : null,
    convoys: null,
    size: null,
    tankersDeparted: null,
    tankersArrived: null,
    tankersLost: null,
    tankersTurnedBack: null,
    litres: null,
  }
  return { ...body, [field]: field === 'convoys' ? fact.value : exactly(fact.value) }
}

function incidentOf(
  fact: Fact,
  { field, type }: Extract<Target, { kind: 'incident' }>,
): IncidentBody {
  const body: IncidentBody = {
    kind: 'incident',
    type,
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
  }
  return { ...body, [field]: field === 'events' ? fact.value : exactly(fact.value) }
}
