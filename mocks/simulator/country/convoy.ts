import type { ConvoyStage } from '#domain/convoy-report.ts'
import type { Road } from './roads.ts'

/** Tankers on the road together. Counts are tankers, by what is in them. */
export type Convoy = {
  name: string
  /** What its reports share, so that they become one convoy. */
  event: string
  road: Road
  km: number
  petrol: number
  diesel: number
  /** Litres in one of its tankers, on average. */
  litresEach: number
  departed: number
  lost: number
  turnedBack: number
  /** Tankers unloaded in towns on the way. */
  leftOnTheWay: number
  escorted: boolean
  stage: ConvoyStage
  /** Hour up to which it stands still. */
  waitsUntil: number
}

/**
 * What befalls a convoy, for those who report: `hour` since the history began, `tankers` in it at that moment, which
 * a convoy that has been unloaded no longer tells.
 */
export type RoadEvent =
  | {
      kind: 'stage'
      hour: number
      convoy: Convoy
      stage: ConvoyStage
      km: number
      tankers: number
    }
  | { kind: 'attack'; hour: number; convoy: Convoy; attack: Attack }

export type Attack = {
  event: string
  leg: string
  km: number
  destroyed: number
  captured: number
  killed: number
  soldiers: number
}

export const tankersOf = ({ petrol, diesel }: Convoy): number => petrol + diesel

/** Takes `count` tankers out of the convoy, petrol and diesel in proportion; gives how many of petrol. */
export function takeOut(convoy: Convoy, count: number): number {
  const total = tankersOf(convoy)
  const petrol =
    total === 0 ? 0 : Math.min(convoy.petrol, Math.round((count * convoy.petrol) / total))
  const diesel = Math.min(convoy.diesel, count - petrol)
  convoy.petrol -= petrol
  convoy.diesel -= diesel
  return petrol
}
