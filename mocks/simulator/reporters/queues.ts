import type { Atlas } from '#domain/atlas.ts'
import { emptyQueue } from '#domain/queue-report.ts'
import type { QueueBody } from '#domain/queue-report.ts'
import type { Position } from '#domain/position.ts'
import type { Draft } from '#server/store/store.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import { DREGS, FUELS } from '#mocks/simulator/country/pumps.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { fieldDraft } from './field-draft.ts'
import { figure, inRoundHours, inRoundNumbers } from './figures.ts'
import type { Reporter } from './people.ts'

/** Metres of road that a waiting vehicle takes; motorcycles stand in bunches. */
const METRES_A_VEHICLE = 3.5

type Parts = { country: Country; atlas: Atlas; dice: Dice }

/** How a reporter puts into words what he sees at a station, and sometimes gets wrong. */
export type QueueDesk = {
  /** One station at that minute. */
  ofStation(station: number, reporter: Reporter, minute: number, reachedUs: number): Draft
  /** Several stations of a town, tried or counted on a round. */
  ofTown(town: number, reporter: Reporter, minute: number, reachedUs: number): Draft
}

export function makeQueueDesk({ country, atlas, dice }: Parts): QueueDesk {
  const { pumps, sales } = country
  const stationPositions = pumps.places.map((id) => positionOf(id, atlas))
  const townPositions = pumps.towns.map(({ id }) => positionOf(id, atlas))

  /** A count as this reporter gives it. */
  const counted = (value: number, { loose }: Reporter) =>
    inRoundNumbers(value * Math.max(0.2, 1 + loose * dice.bell() * 1.4))

  function bodyOf(station: number, reporter: Reporter, minute: number): QueueBody {
    const isPriority = sales.isRationed() && pumps.priority[station] === 1
    const product = dice.chance(0.68) ? 0 : 1
    const pump = 2 * station + product
    const isWrong = dice.chance(reporter.careless)
    const sells = (pumps.stock[pump] ?? 0) > DREGS !== isWrong
    const queue = isWrong ? dice.below(30) : (pumps.queue[pump] ?? 0)
    const fill = sales.fill[product] ?? 1
    const rationed = sales.isRationed()
    const body = emptyQueue(FUELS[product] ?? null)
    const manner = dice.unit()
    if (manner < 0.82) {
      body.facility = sells ? (isPriority ? 'open_priority_only' : 'open') : 'closed_temporary'
    }
    if (manner > 0.1) {
      const low = (pumps.stock[pump] ?? 0) < (pumps.tank[pump] ?? 0) * 0.12
      body.availability = sells
        ? rationed
          ? 'rationed'
          : low
            ? 'low'
            : 'available'
        : 'out_of_stock'
    }
    describeQueue(body, { pump, queue, minute, reporter, isWrong })
    if (sells) {
      if (rationed && dice.chance(0.25)) body.rationLitres = product === 0 ? 13 : 40
      if (rationed && dice.chance(0.12)) {
        const hours = (pumps.stock[pump] ?? 0) / fill / (pumps.rate[pump] ?? 1)
        body.hoursUntilSoldOut = Math.max(1, Math.round(hours))
      }
      if (reporter.source.kind === 'partner' && dice.chance(0.12)) {
        body.stockLitres = Math.round((pumps.stock[pump] ?? 0) / 500) * 500
      }
    } else if (dice.chance(0.4)) {
      const since = pumps.drySince[pump] ?? -1
      body.daysDry = since < 0 ? null : Math.max(1, Math.round((minute / 60 - since) / 24))
    }
    return body
  }

  type Seen = { pump: number; queue: number; minute: number; reporter: Reporter; isWrong: boolean }

  function describeQueue(body: QueueBody, { pump, queue, minute, reporter, isWrong }: Seen): void {
    const how = dice.unit()
    if (how < 0.2) return
    if (how < 0.3) {
      body.queueSeen = queue > 4
      return
    }
    if (how < 0.68) {
      const wait = isWrong ? dice.between(0, 6) : sales.waitAt(pump, Math.floor(minute / 60))
      if (wait !== null) {
        const told = wait * Math.max(0.3, 1 + reporter.loose * dice.bell() * 1.3)
        body.waitHours = figure(inRoundHours(Math.min(told, 96)))
      }
    }
    if (how > 0.5 && how < 0.9) body.vehicles = figure(counted(queue, reporter))
    else if (how >= 0.9 && queue > 20) {
      body.metres = figure(counted(queue * METRES_A_VEHICLE, reporter))
    }
  }

  return {
    ofStation(station, reporter, minute, reachedUs) {
      const position = stationPositions[station] as Position
      const body = bodyOf(station, reporter, minute)
      return fieldDraft(body, position, { reporter, minute, reachedUs }, dice)
    },
    ofTown(town, reporter, minute, reachedUs) {
      const { stations } = pumps.towns[town] as Country['pumps']['towns'][number]
      const asked = Math.min(stations.length, 4 + dice.below(town === 0 ? 26 : 8))
      const start = dice.below(stations.length)
      let open = 0
      for (let nth = 0; nth < asked; nth += 1) {
        const station = stations[(start + nth) % stations.length] ?? 0
        if ((pumps.stock[2 * station] ?? 0) > DREGS) open += 1
      }
      const body = emptyQueue('petrol')
      if (open === 0 && dice.chance(0.5)) body.stationsTriedInVain = asked
      else if (dice.chance(0.75)) {
        body.stations = { open, known: asked, openShare: null, mostlyOpen: null }
      } else if (open * 2 !== asked) {
        const mostlyOpen = open * 2 > asked
        body.stations = { open: null, known: null, openShare: null, mostlyOpen }
      } else body.queueSeen = open < asked
      const position = townPositions[town] as Position
      return fieldDraft(body, position, { reporter, minute, reachedUs }, dice)
    },
  }
}

export function positionOf(id: string, atlas: Atlas): Position {
  const place = atlas.places.get(id)
  return {
    place: id,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    precisionMetres: place?.precisionMetres ?? null,
  }
}
