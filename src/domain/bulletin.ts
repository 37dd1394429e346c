import * as z from 'zod/mini'
import { Estimate } from './estimate.ts'
import { Product } from './product.ts'

/** What a bulletin's figure is about. The list is closed: each has a name in both languages. */
export const BulletinMetric = z.enum([
  'tankers_arrived',
  'litres_delivered',
  'litres_imported',
  'litres_donated',
  'litres_contracted',
  'litres_mobilised',
  'litres_needed_per_year',
  'tonnes_pledged_per_month',
  'imports_tonnes',
  'tankers_arrived_cumulative',
  'litres_delivered_cumulative',
  'tankers_since_1_january',
  'tankers_destroyed_cumulative',
  'attacks_on_convoys_last_30_days',
  'tankers_needed_per_month',
  'tankers_needed_per_day',
  'tankers_per_month_before_attacks',
  'tankers_loaded_per_day',
  'trucks_per_day',
  'tankers_planned',
  'escorted_convoys_per_month',
  'escort_interval_hours',
  'route_km',
  'transit_days',
  'stranded_queue_metres',
  'days_of_cover',
  'days_out_of_stock',
  'storage_days_of_cover',
  'security_stock_days_design',
  'export_share_to_mali',
  'import_share_two_ports',
  'stations_resupplied_share',
  'stations_overpricing_share',
  'stations_sanctioned',
  'priority_stations',
  'public_transport_vehicles_idle',
  'blockade_declared',
  'drivers_declared_targets',
  'customs_clearance_hours_max',
  'licences_revoked',
  'night_sales_ban_hours',
  'ration_litres',
  'ration_xof',
  'refuel_interval_hours',
  'school_closure_days',
  'schools_reopened',
  'transport_suspended',
  'us_embassy_leave_now',
  'diesel_prioritised_for_power',
  'power_hours_per_day',
  'power_outage_hours_per_day',
])
export type BulletinMetric = z.infer<typeof BulletinMetric>

/** A figure or a decision quoted from an authority or the press. A decision's value is 1 (taken) or 0 (lifted). */
export const BulletinBody = z.object({
  kind: z.literal('bulletin'),
  product: z.nullable(Product),
  metric: BulletinMetric,
  value: z.nullable(Estimate),
  /** As in the source: L, tankers, days, h, share, XOF, flag … */
  unit: z.nullable(z.string()),
})
export type BulletinBody = z.infer<typeof BulletinBody>
