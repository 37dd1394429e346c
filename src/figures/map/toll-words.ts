import type { Happening } from '#domain/happening.ts'
import { number } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { tankersLost } from './happening-look.ts'

const OTHERS = [
  'peopleKilled',
  'soldiersKilled',
  'attackersKilled',
  'peopleInjured',
  'peopleAbducted',
  'vehiclesSeized',
  'cansSeized',
] as const

/** "citernes : inconnu · 5 morts": each figure that is known of an incident, and no silence about the tankers. */
export function tollText(incident: Pick<Happening, 'accounts'>, lang: Lang, say: Say): string {
  const lost = tankersLost(incident)
  const others = OTHERS.flatMap((quantity) => {
    const n = bestOf(incident, quantity)
    return n === null ? [] : [say(`count.${quantity}`, { n, value: number(n, lang, 0) })]
  })
  if (lost === null) return [missingText(incident, say), ...others].join(' · ')
  const tankers = say('count.tankersLost', { n: lost, value: number(lost, lang, 0) })
  return [tankers, ...others].join(' · ')
}

/** What to say of the tankers where nobody credible counts them: not that nothing at all is counted. */
export function missingText(incident: Pick<Happening, 'accounts'>, say: Say): string | null {
  if (tankersLost(incident) !== null) return null
  if (incident.accounts.some(({ withheld }) => withheld)) return say('caveat.withheld')
  const isCounted = OTHERS.some((quantity) => bestOf(incident, quantity) !== null)
  return say(isCounted ? 'map.toll.tankers-unknown' : 'say.toll-unknown')
}

function bestOf({ accounts }: Pick<Happening, 'accounts'>, quantity: string): number | null {
  return accounts.find((account) => account.quantity === quantity)?.value?.best ?? null
}
