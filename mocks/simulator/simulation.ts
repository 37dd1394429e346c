import type { Atlas } from '#domain/atlas.ts'
import type { Day, Instant } from '#domain/time.ts'
import type { Draft } from '#server/store/store.ts'
import type { Scenario } from './scenario.ts'

/** The simulated year that is told before anybody looks, and the moment at which the demo's clock begins. */
export const HISTORY_FROM: Day = '2025-02-03'
export const CLOCK_STARTS: Instant = '2026-02-04T09:00:00.000Z'

/** Reports that reached the deployment at one moment. */
export type Batch = { receivedAt: Instant; drafts: Draft[] }

export type SimulationParts = {
  scenario: Scenario
  /** A whole number; the same seed gives the same bytes, in every engine. */
  seed: number
  /** The real geography with the invented stations in it: `withStations(atlas, seed)`. */
  atlas: Atlas
}

/** A country that lives on as its clock is moved, and the reports people make of it. */
export type Simulation = {
  /** Lives on up to `to`; gives what was received since the last call, oldest first. The first call tells the history. */
  advance(to: Instant): Batch[]
  /** What really was, day by day, for the calibration; no reader ever sees it. */
  truth(): readonly TruthOfDay[]
}

/** The country at the end of a day. Counts are of that day. */
export type TruthOfDay = {
  day: Day
  tankersDeparted: number
  tankersArrived: number
  tankersLost: number
  litresArrived: number
  litresUsed: number
  /** Days that all stocks in the country would last at the usual use. */
  coverDays: number
  /** Share 0–1 of Bamako's stations with petrol to sell. */
  suppliedShareBamako: number
  /** Hours from joining a queue to leaving it, median over Bamako's stations that sell at all; null when none does. */
  waitHoursBamako: number | null
  /** Parallel ÷ official price of petrol in Bamako; 1 while there is no scarcity. */
  premiumBamako: number
}
