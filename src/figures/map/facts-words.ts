import type { Estimate } from '#domain/estimate.ts'
import type { Account, Happening } from '#domain/happening.ts'
import { daysBetween } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import type { Unit } from '#domain/series.ts'
import type { SiteReading } from '#domain/site.ts'
import { number } from '#i18n/format.ts'
import { quantityText, span } from '#i18n/quantity.ts'
import type { Lang, MessageId, Say } from '#i18n/words.ts'
import { nameOf } from '#i18n/place-name.ts'
import type { Places } from './spot.ts'

/** "3 jours avant": how long before the moment shown something was last true. */
export function ageText(day: Day, at: Day, say: Say): string {
  return say('map.age', { n: Math.max(0, daysBetween(day, at)) })
}

/** "8 h (4 à 12 h)": the figure and, where sources differ, their span. */
function withSpan(value: Estimate, unit: Unit, lang: Lang, say: Say): string {
  const spread = span(value, unit, lang, say)
  const figure = quantityText(value, unit, lang, say)
  return spread === null ? figure : say('map.with-range', { figure, range: spread })
}

type Words = Pick<SiteReading, 'aspect' | 'product' | 'value' | 'state'>

/** What a reading says, with its unit and product. A figure without a value is one that is withheld. */
export function readingText(reading: Words, lang: Lang, say: Say): string {
  const { aspect, product, value, state } = reading
  const name = say(`product.${product ?? 'all'}`)
  switch (aspect) {
    case 'wait':
      return say('say.figure', {
        name: say('quantity.waitHours'),
        value: value ? withSpan(value, 'hours', lang, say) : say('caveat.withheld'),
      })
    case 'parallel-price':
    case 'pump-price':
      return say('say.price', {
        product: name,
        market: say(aspect === 'pump-price' ? 'market.pump' : 'market.parallel'),
        value: value ? withSpan(value, 'xof-per-litre', lang, say) : say('caveat.withheld'),
      })
    case 'stations':
      if (state === 'mostly-open' || state === 'mostly-dry') return say(`say.stations.${state}`)
      return say('say.stations.share', {
        value: value ? withSpan(value, 'share', lang, say) : say('caveat.withheld'),
      })
    case 'queue':
      return say(state === 'queue' ? 'say.queue.seen' : 'say.queue.gone')
    case 'availability':
      return say('say.availability', {
        product: name,
        availability: say(`availability.${state ?? 'unknown'}` as MessageId),
      })
  }
}

/** "Citernes détruites : 40 (20 à 50)"; an en dash where only claims give a figure. */
export function accountText({ quantity, value, withheld }: Account, lang: Lang, say: Say): string {
  return say('say.figure', {
    name: say(`quantity.${quantity}` as MessageId),
    value: value ? countText(value, lang, say) : say(withheld ? 'caveat.withheld' : 'map.unknown'),
  })
}

/** "40 (20 à 50)", "20 à 50" */
export function countText({ low, best, high }: Estimate, lang: Lang, say: Say): string {
  const write = (value: number | null) => number(value, lang, 0)
  const spread =
    low === high
      ? null
      : low === null
        ? say('say.at-most', { high: write(high) })
        : high === null
          ? say('say.at-least', { low: write(low) })
          : say('say.between', { low: write(low), high: write(high) })
  if (best === null) return spread ?? write(low)
  return spread === null
    ? write(best)
    : say('map.with-range', { figure: write(best), range: spread })
}

/** "Attaque, Route Diboli – Kayes": what happened and where, as precisely as is known. */
export function titleOf(happening: Happening, places: Places, lang: Lang, say: Say): string {
  const what =
    happening.kind === 'convoy'
      ? happening.stage === null
        ? say('say.convoy.bare')
        : say('say.convoy', { stage: say(`stage.${happening.stage}`) })
      : say(happening.incident === null ? 'kind.incident' : `incident.${happening.incident}`)
  return say('map.what-where', { what, where: whereOf(happening, places, lang, say) })
}

function whereOf({ position, corridor }: Happening, places: Places, lang: Lang, say: Say): string {
  const place = position?.place ? places.get(position.place) : undefined
  if (place) return nameOf(place, lang)
  return corridor ? say(`axis.${corridor.axis}`) : say('map.where-unknown')
}
