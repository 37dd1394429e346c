import type { Headline } from '#domain/situation.ts'
import { quantityText } from '#i18n/quantity.ts'
import type { Lang, Say } from '#i18n/words.ts'

/** The figures that belong beside a headline, as a phrase; null where there is none to give. */
export function besideText({ id, parts }: Headline, lang: Lang, say: Say): string | null {
  const part = (key: string) => {
    const found = parts.find((each) => each.key === key)
    return found?.value ? quantityText(found.value, found.unit, lang, say) : null
  }
  switch (id) {
    case 'cover': {
      const [litres, days] = [part('litres-received'), part('days-of-use')]
      return litres && days && say('beside.cover', { litres, days })
    }
    case 'premium': {
      const [parallel, official] = [part('parallel'), part('official')]
      return parallel && official && say('beside.premium', { parallel, official })
    }
    case 'losses': {
      const attacks = part('attacks')
      return attacks && say('beside.losses', { attacks })
    }
    case 'stations': {
      const [reporting, known] = [part('reporting'), part('known')]
      if (reporting && known) return say('beside.stations.known', { reporting, known })
      return reporting && say('beside.stations', { reporting })
    }
    case 'arrivals':
    case 'wait':
      return null
  }
}
