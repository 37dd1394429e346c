import type { BulletinBody } from '#domain/bulletin.ts'
import type { ConvoyBody } from '#domain/convoy-report.ts'
import type { Estimate } from '#domain/estimate.ts'
import { exactly } from '#domain/estimate.ts'
import { TOLLS } from '#domain/incident-report.ts'
import type { IncidentBody } from '#domain/incident-report.ts'
import { xofPerLitre } from '#domain/price-report.ts'
import type { PriceBody } from '#domain/price-report.ts'
import type { QueueBody } from '#domain/queue-report.ts'
import type { ReportBody } from '#domain/report.ts'

/** One thing a report says: a figure with its unit, or a word. */
export type Quantity = {
  /** snake_case, stable: programs depend on it. */
  name: string
  value: Estimate | string | boolean
  unit: string | null
  currency: string | null
  /** True where we computed it from what the report says. */
  isDerived: boolean
}

type Given = Estimate | number | string | boolean | null

function quantity(name: string, value: Given, unit: string | null): Quantity[] {
  if (value === null) return []
  const told = typeof value === 'number' ? exactly(value) : value
  return [{ name, value: told, unit, currency: null, isDerived: false }]
}

/** "tankersDestroyed" → "tankers_destroyed" */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function pricesOf(body: PriceBody): Quantity[] {
  const { amount, currency, container } = body
  const per = container ? `${container.size} ${container.unit}` : null
  const asked = quantity('price', amount, per === null ? currency : `${currency} per ${per}`)
  const derived =
    container?.size === 1 ? [] : quantity('price_per_litre', xofPerLitre(body), 'XOF per litre')
  return [
    ...asked.map((each) => ({ ...each, currency })),
    ...derived.map((each) => ({ ...each, currency, isDerived: true })),
    ...quantity('price_multiple_of_official', body.multipleOfOfficial, 'times'),
  ]
}

function queueOf(body: QueueBody): Quantity[] {
  return [
    ...quantity('facility_status', body.facility, null),
    ...quantity('availability', body.availability, null),
    ...quantity('stations_open', body.stations?.open ?? null, 'stations'),
    ...quantity('stations_known', body.stations?.known ?? null, 'stations'),
    ...quantity('stations_open_share', body.stations?.openShare ?? null, 'share'),
    ...quantity('stations_mostly_open', body.stations?.mostlyOpen ?? null, null),
    ...quantity('queue_seen', body.queueSeen, null),
    ...quantity('queue_vehicles', body.vehicles, 'vehicles'),
    ...quantity('queue_metres', body.metres, 'm'),
    ...quantity('wait_hours', body.waitHours, 'h'),
    ...quantity('days_dry', body.daysDry, 'd'),
    ...quantity('hours_until_sold_out', body.hoursUntilSoldOut, 'h'),
    ...quantity('hours_open_per_day', body.hoursOpenPerDay, 'h'),
    ...quantity('stock_litres', body.stockLitres, 'L'),
    ...quantity('stations_tried_in_vain', body.stationsTriedInVain, 'stations'),
    ...quantity('ration_litres', body.rationLitres, 'L'),
  ]
}

function convoyOf(body: ConvoyBody): Quantity[] {
  return [
    ...quantity('escorted', body.escorted, null),
    ...quantity('convoys', body.convoys, 'convoys'),
    ...quantity('convoy_size', body.size, 'vehicles'),
    ...quantity('tankers_departed', body.tankersDeparted, 'tankers'),
    ...quantity('tankers_arrived', body.tankersArrived, 'tankers'),
    ...quantity('tankers_lost', body.tankersLost, 'tankers'),
    ...quantity('tankers_turned_back', body.tankersTurnedBack, 'tankers'),
    ...quantity('litres', body.litres, 'L'),
  ]
}

/** "tankers_destroyed" counts tankers: the first word is the unit. */
function tollsOf(body: IncidentBody): Quantity[] {
  const tolls = TOLLS.flatMap((toll) => {
    const name = snake(toll)
    return quantity(name, body[toll], name.split('_')[0] ?? null)
  })
  return [...quantity('incidents', body.events, 'incidents'), ...tolls]
}

/** A decision without a figure still has its row: the decision is what it says. */
function quotedOf({ metric, value, unit }: BulletinBody): Quantity[] {
  return quantity(metric, value ?? { low: null, best: null, high: null }, unit)
}

/** Everything a report's body says, one entry each, in a fixed order; empty when it says nothing countable. */
export function quantitiesOf(body: ReportBody): Quantity[] {
  if (body.kind === 'queue') return queueOf(body)
  if (body.kind === 'price') return pricesOf(body)
  if (body.kind === 'convoy') return convoyOf(body)
  if (body.kind === 'incident') return tollsOf(body)
  return quotedOf(body)
}
