import type { Credibility, Reliability } from '#domain/admiralty.ts'
import type { BulletinBody, BulletinMetric } from '#domain/bulletin.ts'
import type { CorridorRef } from '#domain/corridor.ts'
import type { Estimate } from '#domain/estimate.ts'
import type { EventRef } from '#domain/event.ts'
import type { Position, Precision } from '#domain/position.ts'
import type { Source } from '#domain/source.ts'
import { dayText, instantText, MINUTES_A_DAY } from '#mocks/simulator/calendar.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import type { Draft } from '#server/store/store.ts'
import { receivedBy } from './outbox.ts'
import type { Outbox } from './outbox.ts'

/** Somebody who publishes. Invented, and recognisably so in both languages. */
export type Outlet = {
  name: string
  /** Its part of the address; `example.org` is kept free for examples and belongs to nobody. */
  slug: string
  kind: Source['kind']
  reliability: Reliability
}

const press = (name: string, slug: string, reliability: Reliability): Outlet => ({
  name,
  slug,
  kind: 'press',
  reliability,
})

export const PRESS: readonly Outlet[] = [
  press('Agence Démo', 'agence', 'B'),
  press('Radio Démo 1', 'radio-1', 'B'),
  press('Radio Démo 2', 'radio-2', 'C'),
  press('Démo-Presse 1', 'presse-1', 'C'),
  press('Démo-Presse 2', 'presse-2', 'C'),
  press('Démo-Presse 3', 'presse-3', 'D'),
]
export const AUTHORITY: Outlet = {
  name: 'Autorité (démo)',
  slug: 'autorite',
  kind: 'authority',
  reliability: 'C',
}
export const CUSTOMS: Outlet = {
  name: 'Douanes (démo)',
  slug: 'douanes',
  kind: 'authority',
  reliability: 'C',
}
/** Pages nobody answers for, which claim the most. */
export const CLAIMERS: readonly Outlet[] = [1, 2].map((number) => ({
  name: `Compte anonyme démo ${number}`,
  slug: `anonyme-${number}`,
  kind: 'community',
  reliability: 'E',
}))

/** When and what a page speaks of: days of the history, both included. */
export type About = {
  day: number
  until?: number
  precision?: Precision
  position: Position | null
  corridor?: CorridorRef | null
  event?: EventRef | null
  credibility: Credibility
}

/** Writes pages and has them found: a page is read some hours after it came out. */
export type Printer = {
  /** Publishes `body` at a minute of the history; gives the draft, so that it can be corrected. */
  publish(outlet: Outlet, minute: number, about: About, body: Draft['body']): Draft
  /** The same page with another figure, days later. */
  correct(draft: Draft, minute: number, body: Draft['body']): void
}

export function makePrinter(outbox: Outbox, dice: Dice): Printer {
  let pages = 0
  const found = (minute: number) => receivedBy(minute + 20 + dice.below(600))

  return {
    publish(outlet, minute, about, body) {
      pages += 1
      const published = Math.floor(minute / MINUTES_A_DAY)
      const draft: Draft = {
        id: dice.uuid(),
        observedAt: instantText(about.day * MINUTES_A_DAY),
        observedUntil: about.until === undefined ? null : instantText(about.until * MINUTES_A_DAY),
        precision: about.precision ?? 'day',
        publishedAt: instantText(minute),
        publishedAssumed: false,
        position: about.position,
        corridor: about.corridor ?? null,
        source: {
          name: outlet.name,
          kind: outlet.kind,
          url: `https://example.org/jauge-demo/${outlet.slug}/${dayText(published)}-${pages}`,
          publishedOn: dayText(published),
        },
        reliability: outlet.reliability,
        credibility: about.credibility,
        review: 'unreviewed',
        sensitivity: 'published',
        event: about.event ?? null,
        note: null,
        reporter: null,
        body,
      }
      outbox.send(draft, found(minute))
      return draft
    },
    correct(draft, minute, body) {
      outbox.send({ ...draft, publishedAt: instantText(minute), body }, found(minute))
    },
  }
}

/** A figure or decision, quoted. */
export function bulletin(
  metric: BulletinMetric,
  value: Estimate,
  unit: string,
  product: BulletinBody['product'] = null,
): BulletinBody {
  return { kind: 'bulletin', product, metric, value, unit }
}
