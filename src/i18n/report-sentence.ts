import type { BulletinBody } from '#domain/bulletin.ts'
import type { ConvoyBody } from '#domain/convoy-report.ts'
import type { Estimate } from '#domain/estimate.ts'
import { TOLLS } from '#domain/incident-report.ts'
import type { IncidentBody } from '#domain/incident-report.ts'
import type { PriceBody } from '#domain/price-report.ts'
import { xofPerLitre } from '#domain/price-report.ts'
import type { Product } from '#domain/product.ts'
import type { QueueBody } from '#domain/queue-report.ts'
import type { ReportBody } from '#domain/report.ts'
import { number, percent, UNKNOWN } from './format.ts'
import { quantityText } from './quantity.ts'
import type { Lang, MessageId, Say } from './words.ts'

type Voice = { lang: Lang; say: Say }

/** What a report says, in one line made from its figures: never from its note, and never more than it says. */
export function reportSentence(body: ReportBody, voice: Voice): string {
  const said = phrasesOf(body, voice).filter((phrase) => phrase !== null)
  const text = said.length === 0 ? voice.say('say.nothing') : said.join(', ')
  return text.charAt(0).toLocaleUpperCase(voice.lang) + text.slice(1)
}

function phrasesOf(body: ReportBody, voice: Voice): (string | null)[] {
  switch (body.kind) {
    case 'queue':
      return queuePhrases(body, voice)
    case 'price':
      return [pricePhrase(body, voice)]
    case 'convoy':
      return convoyPhrases(body, voice)
    case 'incident':
      return incidentPhrases(body, voice)
    case 'bulletin':
      return [bulletinPhrase(body, voice)]
  }
}

/** "20", "15 à 20", "au moins 15". */
export function estimateWords({ low, best, high }: Estimate, { lang, say }: Voice): string {
  const write = (value: number) => number(value, lang, 2)
  if (best !== null) return write(best)
  if (low === null && high === null) return UNKNOWN
  if (high === null) return say('say.at-least', { low: write(low as number) })
  if (low === null) return say('say.at-most', { high: write(high) })
  return low === high ? write(low) : say('say.between', { low: write(low), high: write(high) })
}

const COUNTED = [
  ...TOLLS,
  'events',
  'convoys',
  'tankersDeparted',
  'tankersArrived',
  'tankersLost',
] as const
const CONVOY_COUNTS = [
  'size',
  'tankersDeparted',
  'tankersArrived',
  'tankersLost',
  'tankersTurnedBack',
] as const

type Counted = (typeof COUNTED)[number] | (typeof CONVOY_COUNTS)[number]

/** "40 citernes détruites"; null where nothing was counted. */
function counted(key: Counted, value: Estimate | number | null, voice: Voice): string | null {
  if (value === null) return null
  const estimate = typeof value === 'number' ? { low: value, best: value, high: value } : value
  const n = estimate.best ?? estimate.high ?? estimate.low
  return voice.say(`count.${key}`, { n, value: estimateWords(estimate, voice) })
}

function incidentPhrases(body: IncidentBody, voice: Voice): (string | null)[] {
  const tolls = TOLLS.map((toll) => counted(toll, body[toll], voice)).filter(
    (each) => each !== null,
  )
  const type = voice.say(`incident.${body.type}`)
  if (body.events !== null && tolls.length === 0)
    return body.events === 1
      ? [type, voice.say('say.toll-unknown')]
      : [counted('events', body.events, voice), voice.say('say.toll-unknown')]
  return [type, ...tolls]
}

function convoyPhrases(body: ConvoyBody, voice: Voice): (string | null)[] {
  const { say, lang } = voice
  const counts = CONVOY_COUNTS.map((key) => counted(key, body[key], voice))
  const hasCounts = counts.some((each) => each !== null)
  const stage = body.stage && say('say.convoy', { stage: say(`stage.${body.stage}`) })
  return [
    // "875 citernes arrivées" says already that they arrived.
    hasCounts && body.tankersArrived ? null : (stage ?? say('say.convoy.bare')),
    counted('convoys', body.convoys, voice),
    ...counts,
    body.litres && quantityText(body.litres, 'litres', lang, say),
    body.escorted && body.stage !== 'escorted' ? say('say.escorted') : null,
  ]
}

function productName(product: Product | null, say: Say): string {
  return say(product === null ? 'product.all' : `product.${product}`)
}

function pricePhrase(body: PriceBody, { lang, say }: Voice): string {
  const perLitre = xofPerLitre(body)
  const { amount, currency, container, multipleOfOfficial } = body
  const parts: string[] = []
  if (perLitre !== null)
    parts.push(
      quantityText({ low: perLitre, best: perLitre, high: perLitre }, 'xof-per-litre', lang, say),
    )
  if (amount !== null && currency !== null && (perLitre === null || container?.size !== 1))
    parts.push(
      say('say.price.per', {
        amount: number(amount, lang, 2),
        currency: say(`currency.${currency}`),
        container: containerWords(container, lang, say),
      }),
    )
  if (multipleOfOfficial !== null)
    parts.push(say('say.price.multiple', { value: number(multipleOfOfficial, lang, 1) }))
  const [first, ...rest] = parts
  const value =
    first === undefined ? UNKNOWN : rest.length === 0 ? first : `${first} (${rest.join(', ')})`
  const product = productName(body.product, say)
  return say('say.price', { product, market: say(`market.${body.market}`), value })
}

function containerWords(container: PriceBody['container'], lang: Lang, say: Say): string {
  if (container === null) return ''
  const { size, unit } = container
  const written = { size: number(size, lang, 1) }
  if (unit === 'litre')
    return size === 1 ? say('say.price.litre') : say('say.price.litres', written)
  return size === 1 ? say('say.price.kg') : say('say.price.kgs', written)
}

const QUEUE_FIGURES: readonly [keyof QueueBody, 'h' | 'm' | 'days' | 'L' | null][] = [
  ['vehicles', null],
  ['metres', 'm'],
  ['daysDry', 'days'],
  ['hoursUntilSoldOut', 'h'],
  ['hoursOpenPerDay', 'h'],
  ['stockLitres', 'L'],
  ['stationsTriedInVain', null],
  ['rationLitres', 'L'],
]

function queuePhrases(body: QueueBody, voice: Voice): (string | null)[] {
  const { say, lang } = voice
  const figures = QUEUE_FIGURES.map(([key, unit]) => {
    const value = body[key]
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
    const estimate =
      typeof value === 'number' ? { low: value, best: value, high: value } : (value as Estimate)
    return inRunningText(
      figure(`quantity.${key}` as MessageId, measured(estimate, unit, voice), say),
    )
  })
  return [
    ...stationPhrases(body, voice),
    body.facility && say(`facility.${body.facility}`),
    body.availability &&
      say('say.availability', {
        product: productName(body.product, say),
        availability: say(`availability.${body.availability}`),
      }),
    body.waitHours &&
      inRunningText(
        figure('quantity.waitHours', quantityText(body.waitHours, 'hours', lang, say), say),
      ),
    body.queueSeen === null ? null : say(body.queueSeen ? 'say.queue.seen' : 'say.queue.gone'),
    ...figures,
  ]
}

/** Names of quantities are written as headings; the sentence begins with a capital by itself. */
function inRunningText(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1)
}

function stationPhrases({ stations }: QueueBody, { say, lang }: Voice): (string | null)[] {
  if (stations === null) return []
  const { open, known, openShare, mostlyOpen } = stations
  const counts =
    open !== null && known !== null
      ? say('say.stations.of', { open, known })
      : open !== null
        ? say('say.stations.open', { open })
        : known !== null
          ? say('say.stations.known', { known })
          : null
  return [
    counts,
    openShare === null ? null : say('say.stations.share', { value: percent(openShare, lang) }),
    mostlyOpen === null
      ? null
      : say(mostlyOpen ? 'say.stations.mostly-open' : 'say.stations.mostly-dry'),
  ]
}

const MEASURES = ['L', 'tankers', 'days', 'h', 'XOF', 'km', 'm', 't', 'share'] as const

/** A figure with the unit its source gave, where we have a word for it; otherwise the figure alone. */
function measured(estimate: Estimate, unit: string | null, voice: Voice): string {
  const known = MEASURES.find((each) => each === unit)
  if (known === 'share') return percent(estimate.best ?? estimate.low, voice.lang)
  if (known === 'L') return quantityText(estimate, 'litres', voice.lang, voice.say)
  const value = estimateWords(estimate, voice)
  const n = estimate.best ?? estimate.high ?? estimate.low
  return known ? voice.say(`measure.${known}`, { value, n }) : value
}

function figure(name: MessageId, value: string, say: Say): string {
  return say('say.figure', { name: say(name), value })
}

function bulletinPhrase({ metric, value, unit }: BulletinBody, voice: Voice): string {
  const name: MessageId = `bulletin.${metric}`
  if (value === null) return voice.say(name)
  // A decision's value is 1 (taken) or 0 (lifted).
  if (unit === 'flag')
    return value.best === 0
      ? voice.say('bulletin.lifted', { name: voice.say(name) })
      : voice.say(name)
  return figure(name, measured(value, unit, voice), voice.say)
}
