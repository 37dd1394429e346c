import type { Atlas } from '#domain/atlas.ts'
import { addDays } from '#domain/time.ts'
import type { Day, Instant } from '#domain/time.ts'
import { simulate } from '#mocks/simulator/simulate.ts'
import { HISTORY_FROM } from '#mocks/simulator/simulation.ts'
import type { Batch, Simulation } from '#mocks/simulator/simulation.ts'
import type { Draft } from '#server/store/store.ts'
import { NETWORKS, networkOf, siteOf } from './sites.ts'

/** Two years: a calm one, and the one of the blockade. Whole weeks, so that a Monday stays one. */
const DAYS_A_YEAR = 364
const SLOTS_A_DAY = 4
const DAY_MS = 86_400_000

/** What one simulated country reports in both years, and a little less: some days are quieter. */
const REPORTS_A_WORLD = 106_000

/** In the field a few things are told on condition that they go no further; the simulator's people never ask for it. */
const CONFIDENTIAL_SHARE = 0.005

type World = { simulation: Simulation; network: number }

/**
 * About `reports` revisions of reports over two years, in the shape of the field: as many simulated countries as it
 * takes, told of as one. Nothing is kept, so a million take no more memory than a thousand. The same number gives the
 * same reports, on every machine.
 */
export function* fieldReports(reports: number, atlas: Atlas): Generator<Batch> {
  const worlds = Math.max(1, Math.ceil(reports / REPORTS_A_WORLD))
  const share = reports / (worlds * REPORTS_A_WORLD)
  for (const [year, scenario] of (['calm', 'blockade'] as const).entries()) {
    const shift = (year - 1) * DAYS_A_YEAR
    const living = Array.from({ length: worlds }, (_, nth): World => {
      const network = nth % NETWORKS
      const seed = year * worlds + nth + 1
      return { network, simulation: simulate({ scenario, seed, atlas: networkOf(atlas, network) }) }
    })
    for (let slot = 1; slot <= DAYS_A_YEAR * SLOTS_A_DAY; slot += 1) {
      const to = afterSlots(slot)
      const drafts = living.flatMap(({ simulation, network }) =>
        simulation
          .advance(to)
          .flatMap((batch) => batch.drafts)
          .filter(({ id }) => fractionOf(id) < share)
          .map((draft) => moved(draft, shift, network)),
      )
      if (drafts.length > 0) yield { receivedAt: instantLater(to, shift), drafts }
    }
  }
}

function afterSlots(slots: number): Instant {
  const from = Date.parse(HISTORY_FROM)
  return new Date(from + (slots * DAY_MS) / SLOTS_A_DAY).toISOString()
}

/** The share of all ids that sort before this one: every revision of a report has the same. */
function fractionOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) / 0x1_0000_0000
}

/** The report in the year and at the station of its network. */
function moved(draft: Draft, days: number, network: number): Draft {
  const { id, position, source, sensitivity } = draft
  // Of another part of the id than the share, which would else pick the same ones.
  const isConfidential = Number.parseInt(id.slice(28), 16) / 0x1_0000_0000 < CONFIDENTIAL_SHARE
  return {
    ...draft,
    observedAt: instantLater(draft.observedAt, days),
    observedUntil: draft.observedUntil && instantLater(draft.observedUntil, days),
    publishedAt: instantLater(draft.publishedAt, days),
    source: { ...source, publishedOn: source.publishedOn && dayLater(source.publishedOn, days) },
    position: position?.place ? { ...position, place: siteOf(position.place, network) } : position,
    sensitivity: sensitivity === 'restricted' && isConfidential ? 'confidential' : sensitivity,
  }
}

const dayLater = (day: Day, days: number) => (days === 0 ? day : addDays(day, days))

function instantLater(instant: Instant, days: number): Instant {
  return days === 0 ? instant : new Date(Date.parse(instant) + days * DAY_MS).toISOString()
}
