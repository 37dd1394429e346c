import type { CorridorRef } from '#domain/corridor.ts'
import type { IncidentBody, IncidentType } from '#domain/incident-report.ts'
import type { Position } from '#domain/position.ts'
import { instantText, MINUTES_A_DAY } from '#mocks/simulator/calendar.ts'
import type { RoadEvent } from '#mocks/simulator/country/convoy.ts'
import { nodeNear, spotAt } from '#mocks/simulator/country/roads.ts'
import type { Road } from '#mocks/simulator/country/roads.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { figure, inRoundNumbers } from './figures.ts'
import { receivedBy } from './outbox.ts'
import type { Outbox } from './outbox.ts'
import { sourceOf } from './people.ts'
import { AUTHORITY, CLAIMERS, PRESS } from './published.ts'
import type { Printer } from './published.ts'

type Ambush = Extract<RoadEvent, { kind: 'attack' }>
type Parts = { dice: Dice; outbox: Outbox; printer: Printer }

/** Who tells of an attack on the road, when, and how far from what it was. */
export type IncidentDesk = { attacked(event: Ambush): void }

const WITNESSES = [
  { source: sourceOf('Partenaire démo 2', 'partner'), reliability: 'B', credibility: 2, off: 0.15 },
  { source: sourceOf('Partenaire démo 5', 'partner'), reliability: 'B', credibility: 3, off: 0.3 },
  { source: sourceOf('Relais démo 77', 'community'), reliability: 'C', credibility: 3, off: 0.5 },
  { source: sourceOf('Relais démo 81', 'community'), reliability: 'D', credibility: 6, off: 0.8 },
] as const

export function makeIncidentDesk({ dice, outbox, printer }: Parts): IncidentDesk {
  const roughly = (count: number, off: number) =>
    inRoundNumbers(Math.max(0, count * (1 + off * dice.bell() * 1.4)))

  function bodyOf(type: IncidentType, { attack }: Ambush, factor: number, off: number) {
    const body = noToll(type)
    const told = (count: number) => figure(roughly(count * factor, off))
    if (attack.destroyed > 0) body.tankersDestroyed = told(attack.destroyed)
    if (attack.captured > 0 && dice.chance(0.7)) body.tankersCaptured = told(attack.captured)
    if (attack.killed > 0 && dice.chance(0.6)) body.peopleKilled = told(attack.killed)
    if (attack.soldiers > 0 && dice.chance(0.4)) body.soldiersKilled = told(attack.soldiers)
    if (attack.killed > 2 && dice.chance(0.3)) body.peopleInjured = told(attack.killed * 1.5)
    if (attack.destroyed + attack.captured === 0 || dice.chance(0.1)) body.events = 1
    return body
  }

  function fromTheField(event: Ambush, type: IncidentType): void {
    const { convoy, attack, hour } = event
    for (const { source, reliability, credibility, off } of WITNESSES) {
      if (!dice.chance(reliability === 'B' ? 0.4 : 0.3)) continue
      const minute = hour * 60 + dice.below(60)
      const late = dice.chance(0.6) ? 40 + dice.below(500) : 600 + dice.below(3_500)
      const reachedUs = receivedBy(minute + late)
      const isRough = reliability !== 'B'
      outbox.send(
        {
          id: dice.uuid(),
          observedAt: instantText(minute),
          observedUntil: null,
          precision: isRough ? 'day' : 'hour',
          publishedAt: instantText(reachedUs),
          publishedAssumed: false,
          position: spotOn(convoy.road, attack.km, isRough ? 15_000 : 5_000),
          corridor: refOf(convoy.road, attack.leg),
          source,
          reliability,
          credibility,
          review: 'unreviewed',
          sensitivity: 'restricted',
          event: { id: attack.event, role: 'best' },
          note: null,
          reporter: `route-${dice.below(40)}`,
          body: bodyOf(type, event, 1, off),
        },
        reachedUs,
      )
    }
  }

  function inPrint(event: Ambush, type: IncidentType): void {
    const { convoy, attack, hour } = event
    const lost = attack.destroyed + attack.captured
    const day = Math.floor(hour / 24)
    const about = {
      day,
      position: roughly20(convoy.road, attack.km),
      corridor: refOf(convoy.road, attack.leg),
    }
    const later = () => hour * 60 + 240 + dice.below(2_800)
    const pages = lost >= 10 ? 1 + dice.below(4) : lost >= 3 ? dice.below(3) : dice.below(2)
    for (let nth = 0; nth < pages; nth += 1) {
      const outlet = dice.pick(PRESS)
      const minute = later()
      const credibility = outlet.reliability === 'B' ? (nth === 0 ? 2 : 1) : 3
      const role = { id: attack.event, role: 'best' } as const
      const draft = printer.publish(
        outlet,
        minute,
        { ...about, credibility, event: role },
        bodyOf(type, event, 1, 0.4),
      )
      if (dice.chance(0.22)) {
        const later = minute + MINUTES_A_DAY + dice.below(5_000)
        printer.correct(draft, later, bodyOf(type, event, 1, 0.1))
      }
    }
    if (lost > 0 && dice.chance(0.3)) {
      const role = { id: attack.event, role: 'claim' } as const
      const claim = { ...about, credibility: dice.chance(0.5) ? 4 : 5, event: role } as const
      const inflated = bodyOf(type, event, dice.between(1.6, 4), 0.3)
      printer.publish(dice.pick(CLAIMERS), later(), claim, inflated)
    }
    if (lost > 4 && dice.chance(0.25)) {
      const role = { id: attack.event, role: 'low' } as const
      const played = { ...about, credibility: 3, event: role } as const
      printer.publish(AUTHORITY, later(), played, bodyOf('attack', event, 0.4, 0.1))
    }
  }

  return {
    attacked(event) {
      const isMine = event.attack.destroyed + event.attack.captured <= 2 && dice.chance(0.4)
      const type = isMine ? 'ied' : 'attack'
      fromTheField(event, type)
      inPrint(event, type)
    },
  }
}

export function refOf(road: Road, leg: string | null): CorridorRef {
  return { axis: road.axis, corridor: road.corridor, leg }
}

/** A spot of the road, drawn as an area of this radius. */
export function spotOn(road: Road, km: number, precisionMetres: number): Position {
  return { place: null, ...spotAt(road, km), precisionMetres }
}

/** What the press says: near some town of the road. */
function roughly20(road: Road, km: number): Position {
  const node = nodeNear(road, km)
  return { place: null, ...spotAt(road, node.km), precisionMetres: 20_000 }
}

export function noToll(type: IncidentType): IncidentBody {
  return {
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
}
