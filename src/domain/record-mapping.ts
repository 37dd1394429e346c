import type { BulletinMetric } from './bulletin.ts'
import { BulletinMetric as BulletinMetrics } from './bulletin.ts'
import type { ConvoyBody, ConvoyStage } from './convoy-report.ts'
import type { IncidentBody, IncidentType } from './incident-report.ts'
import type { QueueBody } from './queue-report.ts'

type QueueField = Exclude<keyof QueueBody, 'kind' | 'product' | 'facility' | 'stations'>
type StationField =
  | 'stations.open'
  | 'stations.known'
  | 'stations.openShare'
  | 'stations.mostlyOpen'

/** Where one metric of the public record goes. Units are the record's; anything else is refused. */
export type Target =
  | { kind: 'price'; unit: readonly string[] }
  | { kind: 'queue'; unit: string; field: QueueField | StationField }
  | { kind: 'convoy'; unit: readonly string[]; field: keyof ConvoyBody; stage: ConvoyStage | null }
  | { kind: 'incident'; unit: string; field: keyof IncidentBody; type: IncidentType }
  | { kind: 'bulletin'; metric: BulletinMetric }

const queue = (unit: string, field: QueueField | StationField): Target => ({
  kind: 'queue',
  unit,
  field,
})
const incident = (field: keyof IncidentBody, unit: string, type: IncidentType): Target => ({
  kind: 'incident',
  unit,
  field,
  type,
})
const convoy = (field: keyof ConvoyBody, stage: ConvoyStage | null, ...unit: string[]): Target => ({
  kind: 'convoy',
  unit,
  field,
  stage,
})

/** Statements that are more than a figure quoted: they become prices, queues, convoys and incidents. */
const OBSERVATIONS: Record<string, Target> = {
  'price.price_per_litre': { kind: 'price', unit: ['XOF/L', 'GNF/L', 'USD/L'] },
  'price.price_per_kg': { kind: 'price', unit: ['XOF/kg'] },
  'price.price_per_6kg_bottle': { kind: 'price', unit: ['XOF'] },
  'price.price_per_20l_can': { kind: 'price', unit: ['GNF', 'XOF'] },
  'price.price_multiple_of_official': { kind: 'price', unit: ['x'] },

  'queue.wait_hours': queue('h', 'waitHours'),
  'queue.queue_metres': queue('m', 'metres'),
  'queue.vehicles_waiting': queue('vehicles', 'vehicles'),
  'queue.queue_reported': queue('flag', 'queueSeen'),
  'queue.stations_visited_empty': queue('stations', 'stationsTriedInVain'),
  'station_status.stations_open': queue('stations', 'stations.open'),
  'station_status.stations_total': queue('stations', 'stations.known'),
  'station_status.stations_open_share': queue('share', 'stations.openShare'),
  'station_status.stations_mostly_open': queue('flag', 'stations.mostlyOpen'),
  'station_status.shortage_reported': queue('flag', 'availability'),
  'station_status.diesel_available': queue('flag', 'availability'),
  'station_status.days_dry': queue('days', 'daysDry'),
  'station_status.days_without_fuel_and_power': queue('days', 'daysDry'),
  'station_status.hours_open_per_day': queue('h', 'hoursOpenPerDay'),
  'station_status.hours_until_sold_out': queue('h', 'hoursUntilSoldOut'),
  'station_status.opening_stock_litres': queue('L', 'stockLitres'),

  'convoy.tankers_arrived': convoy('tankersArrived', 'arrived', 'tankers'),
  'convoy.convoys_arrived': convoy('convoys', 'arrived', 'convoys'),
  'convoy.convoy_size': convoy('size', null, 'tankers', 'vehicles'),
  'convoy.tankers_en_route': convoy('size', 'in_transit', 'tankers'),
  'convoy.tankers_waiting_at_border': convoy('size', 'at_border', 'tankers'),

  'incident.attack_events': incident('events', 'events', 'attack'),
  'incident.tankers_destroyed': incident('tankersDestroyed', 'tankers', 'attack'),
  'incident.tankers_captured': incident('tankersCaptured', 'tankers', 'attack'),
  'incident.people_killed': incident('peopleKilled', 'people', 'attack'),
  'incident.soldiers_killed': incident('soldiersKilled', 'people', 'attack'),
  'incident.attackers_killed': incident('attackersKilled', 'people', 'attack'),
  'incident.people_injured': incident('peopleInjured', 'people', 'attack'),
  'incident.people_abducted': incident('peopleAbducted', 'people', 'abduction'),
  'incident.vehicles_seized': incident('vehiclesSeized', 'vehicles', 'seizure'),
  'incident.fuel_cans_seized': incident('cansSeized', 'cans', 'seizure'),
}

/** In these kinds of the record, whatever is not an observation is a figure or decision quoted: a bulletin. */
const QUOTED = ['policy', 'power', 'supply', 'convoy', 'incident', 'station_status'] as const

/**
 * Which metric of the public record becomes which kind of report: one table, complete, and listed on the
 * method page. The key is `kind.metric` as the record writes them. Null: the table does not know it.
 */
export function targetOf(kind: string, metric: string): Target | null {
  const observation = OBSERVATIONS[`${kind}.${metric}`]
  if (observation) return observation
  const quoted = BulletinMetrics.safeParse(metric)
  const isQuoted = (QUOTED as readonly string[]).includes(kind)
  return isQuoted && quoted.success ? { kind: 'bulletin', metric: quoted.data } : null
}

/** The table as rows, for the method page. */
export function mappingRows(): { metric: string; target: Target }[] {
  return Object.entries(OBSERVATIONS).map(([metric, target]) => ({ metric, target }))
}
