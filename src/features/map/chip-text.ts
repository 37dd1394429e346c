import { number } from '#i18n/format.ts'
import { quantityText } from '#i18n/quantity.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { Herd } from './gather.ts'
import { tankersArrived } from '#figures/map/happening-look.ts'
import { figureOf } from './site-look.ts'
import type { SiteLook } from './site-look.ts'

/** The few characters beside a place's sign; empty where the sign says it all. */
export function chipText(look: SiteLook, lang: Lang, say: Say): string {
  switch (look.shows) {
    case 'wait':
      return look.reading.value ? quantityText(look.reading.value, 'hours', lang, say) : ''
    case 'price':
      return say('map.chip.price', { value: number(figureOf(look.reading), lang, 0) })
    case 'supplied':
    case 'dry':
    case 'mixed':
    case 'queue':
      return say(`map.chip.${look.shows}`)
    case 'unknown':
    case 'withheld':
      return ''
  }
}

/** What stands on the mark of a convoy: its tankers; of several, how many they are. */
export function herdText(herd: Herd, lang: Lang, say: Say): string {
  const [{ happening }] = herd
  if (herd.length > 1) return convoysText(herd.length, lang, say)
  const tankers = tankersArrived(happening)
  return tankers === null ? '' : number(tankers, lang, 0)
}

/** "19 convois" */
export function convoysText(n: number, lang: Lang, say: Say): string {
  return say('count.convoys', { n, value: number(n, lang, 0) })
}
