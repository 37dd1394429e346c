import * as fc from 'fast-check'
import type { BulletinBody } from '#domain/bulletin.ts'
import { CLOSED_STAGES, ConvoyStage } from '#domain/convoy-report.ts'
import type { ConvoyBody } from '#domain/convoy-report.ts'
import type { Estimate } from '#domain/estimate.ts'
import { IncidentType } from '#domain/incident-report.ts'
import type { IncidentBody } from '#domain/incident-report.ts'
import type { Market, PriceBody } from '#domain/price-report.ts'
import { Product } from '#domain/product.ts'
import { Availability, emptyQueue, FacilityStatus } from '#domain/queue-report.ts'
import type { QueueBody } from '#domain/queue-report.ts'

/** What reports say, at random: mostly little, as reports do. */

const MOVING_STAGES = ConvoyStage.options.filter((stage) => !CLOSED_STAGES.includes(stage))

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value)
const product = fc.constantFrom(null, null, ...Product.options)

/** One figure, or a span without a best. */
const estimate = (max: number): fc.Arbitrary<Estimate> =>
  fc.oneof(
    fc.integer({ min: 0, max }).map((n) => ({ low: n, best: n, high: n })),
    fc.integer({ min: 0, max }).map((n) => ({ low: n, best: null, high: 2 * n })),
  )

function convoyIn(stage: fc.Arbitrary<ConvoyBody['stage']>): fc.Arbitrary<ConvoyBody> {
  return fc.record({
    kind: fc.constant('convoy'),
    product,
    convoy: fc.constantFrom(null, 'K7', 'K8'),
    stage,
    escorted: fc.constantFrom(null, true, false),
    convoys: fc.constantFrom(null, 1, 2),
    size: perhaps(estimate(300)),
    tankersDeparted: perhaps(estimate(300)),
    tankersArrived: perhaps(estimate(900)),
    tankersLost: perhaps(estimate(60)),
    tankersTurnedBack: fc.constant(null),
    litres: perhaps(estimate(9_000_000)),
  })
}

export const movingConvoy = convoyIn(fc.constantFrom(null, ...MOVING_STAGES))
export const closedConvoy = convoyIn(fc.constantFrom(...CLOSED_STAGES))

export const incident: fc.Arbitrary<IncidentBody> = fc.record({
  kind: fc.constant('incident'),
  type: fc.constantFrom(...IncidentType.options),
  events: fc.constantFrom(null, 1, 3),
  tankersDestroyed: perhaps(estimate(60)),
  tankersCaptured: perhaps(estimate(20)),
  vehiclesSeized: fc.constant(null),
  cansSeized: fc.constant(null),
  peopleKilled: perhaps(estimate(40)),
  soldiersKilled: fc.constant(null),
  attackersKilled: fc.constant(null),
  peopleInjured: perhaps(estimate(40)),
  peopleAbducted: fc.constant(null),
})

export const queue: fc.Arbitrary<QueueBody> = fc
  .record({
    product,
    facility: fc.constantFrom(null, ...FacilityStatus.options),
    availability: fc.constantFrom(null, ...Availability.options),
    stations: perhaps(
      fc.record({
        open: fc.integer({ min: 0, max: 40 }),
        known: fc.integer({ min: 40, max: 80 }),
        openShare: fc.constant(null),
        mostlyOpen: fc.constantFrom(null, true, false),
      }),
    ),
    queueSeen: fc.constantFrom(null, true, false),
    vehicles: perhaps(estimate(300)),
    waitHours: perhaps(estimate(72)),
    rationLitres: fc.constantFrom(null, 10),
  })
  .map(({ product: of, ...said }) => ({ ...emptyQueue(of), ...said }))

export const priceIn = (...markets: readonly Market[]): fc.Arbitrary<PriceBody> =>
  fc.record({
    kind: fc.constant('price'),
    product,
    market: fc.constantFrom(...markets),
    amount: fc.integer({ min: 300, max: 3_000 }),
    currency: fc.constant('XOF'),
    container: fc.record({ size: fc.constantFrom(1, 1.5, 20), unit: fc.constant('litre') }),
    multipleOfOfficial: fc.constantFrom(null, null, 4),
  })

export const bulletin: fc.Arbitrary<BulletinBody> = fc.record({
  kind: fc.constant('bulletin'),
  product,
  metric: fc.constantFrom(
    'tankers_arrived',
    'litres_delivered',
    'days_of_cover',
    'tankers_needed_per_day',
    'tankers_planned',
    'school_closure_days',
    'ration_litres',
  ),
  value: perhaps(estimate(1_000)),
  unit: fc.constantFrom(null, 'tankers', 'L', 'days'),
})

export const anyBody = fc.oneof(
  movingConvoy,
  closedConvoy,
  incident,
  queue,
  priceIn('pump', 'parallel', 'ceiling', 'baseline'),
  bulletin,
)
