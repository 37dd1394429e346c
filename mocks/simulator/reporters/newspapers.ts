import { emptyQueue } from '#domain/queue-report.ts'
import type { Atlas } from '#domain/atlas.ts'
import { MINUTES_A_DAY } from '#mocks/simulator/calendar.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import { DREGS } from '#mocks/simulator/country/pumps.ts'
import { OFFICIAL_XOF } from '#mocks/simulator/country/street.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { figure, inRoundHours } from './figures.ts'
import type { Outbox } from './outbox.ts'
import { priceOf } from './prices.ts'
import { PRESS } from './published.ts'
import type { About, Outlet, Printer } from './published.ts'
import { positionOf } from './queues.ts'

type Parts = { country: Country; atlas: Atlas; dice: Dice; printer: Printer; outbox: Outbox }

/** What newspapers and radios say of stations and prices: few words, the worst cases, and not every day. */
export type Newspapers = { morning(day: number): void }

/** Pages a day in quiet times, and how many more when nobody in Bamako gets what he wants. */
const PAGES_A_DAY = 0.12
const STIRRED = 2.6
/** Towns they write of, Bamako most. */
const TOWNS = ['bamako', 'bamako', 'bamako', 'mopti', 'sikasso', 'kayes', 'segou', 'koutiala']

export function makeNewspapers({ country, atlas, dice, printer, outbox }: Parts): Newspapers {
  const { pumps, sales, street } = country
  const indexOf = new Map(pumps.towns.map(({ id }, index) => [id, index]))

  function page(day: number): void {
    const place = dice.pick(TOWNS)
    const town = indexOf.get(place)
    if (town === undefined) return
    const outlet = dice.pick(PRESS)
    const minute = day * MINUTES_A_DAY + 420 + dice.below(840)
    const about: About = {
      day: day - (dice.chance(0.6) ? 1 : 0),
      position: positionOf(place, atlas),
      credibility: outlet.reliability === 'B' ? (dice.chance(0.3) ? 1 : 2) : 3,
    }
    if (about.day < 0) return
    const subject = dice.unit()
    if (subject < 0.35) ofWaits(town, outlet, minute, about)
    else if (subject < 0.65) ofStations(town, outlet, minute, about)
    else ofPrices(town, outlet, minute, about)
  }

  function ofWaits(town: number, outlet: Outlet, minute: number, about: About): void {
    const waits = (pumps.towns[town]?.stations ?? [])
      .flatMap((station) => sales.waitAt(2 * station, Math.floor(minute / 60)) ?? [])
      .toSorted((a, b) => a - b)
    if (waits.length === 0) return
    // The one who waited longest is the one who is quoted.
    const at = Math.floor(waits.length * dice.between(0.4, 0.95))
    const hours = inRoundHours(Math.min(96, waits[at] ?? 0))
    const body = emptyQueue('petrol')
    if (hours < 0.3 && dice.chance(0.6)) body.queueSeen = false
    else if (dice.chance(0.8)) body.waitHours = figure(hours)
    else body.queueSeen = hours > 1
    printer.publish(outlet, minute, about, body)
  }

  function ofStations(town: number, outlet: Outlet, minute: number, about: About): void {
    const stations = pumps.towns[town]?.stations ?? []
    const open = stations.filter((station) => (pumps.stock[2 * station] ?? 0) > DREGS).length
    const share = open / Math.max(1, stations.length)
    const body = emptyQueue('petrol')
    if (open === 0) body.stations = { open: 0, known: null, openShare: null, mostlyOpen: null }
    else if (share < 0.2 && dice.chance(0.4)) body.stationsTriedInVain = 5 + dice.below(18)
    else {
      const mostlyOpen = share + 0.15 * dice.bell() > 0.5
      body.stations = { open: null, known: null, openShare: null, mostlyOpen }
    }
    printer.publish(outlet, minute, about, body)
  }

  function ofPrices(town: number, outlet: Outlet, minute: number, about: About): void {
    const product = dice.chance(0.85) ? 0 : 1
    const premium = street.premium[2 * town + product] ?? 1
    if (premium < 1.2) return
    const asked = (OFFICIAL_XOF[product] ?? 0) * premium
    const rounded = (xof: number) => Math.round(xof / 250) * 250
    const [low, high] = [rounded(asked * 0.88), rounded(asked * 1.2)]
    const event = dice.uuid()
    if (dice.chance(0.5) || low === high) {
      const body = priceOf(product, 'parallel', rounded(asked * (1 + 0.2 * dice.bell())), 1)
      printer.publish(outlet, minute, about, body)
      return
    }
    const lower = { ...about, event: { id: event, role: 'low' } } as const
    const draft = printer.publish(outlet, minute, lower, priceOf(product, 'parallel', low, 1))
    const higher = priceOf(product, 'parallel', high, 1)
    const id = dice.uuid()
    // One page gives both ends: the two stand under the same address.
    outbox.send({ ...draft, id, event: { id: event, role: 'high' }, body: higher }, minute + 700)
  }

  return {
    morning(day) {
      const pages = dice.around(PAGES_A_DAY + STIRRED * (sales.unmet[0] ?? 0))
      for (let nth = 0; nth < pages; nth += 1) page(day)
    },
  }
}
