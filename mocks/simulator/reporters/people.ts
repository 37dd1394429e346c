import type { Reliability } from '#domain/admiralty.ts'
import type { Source } from '#domain/source.ts'
import type { Pumps } from '#mocks/simulator/country/pumps.ts'
import type { Dice } from '#mocks/simulator/random.ts'

/** Somebody in a town who says what he sees there. Invented, every one. */
export type Reporter = {
  source: Source
  reliability: Reliability
  pseudonym: string
  /** Share 0–1 of what he says that is wrong. */
  careless: number
  /** How far off his counts are: 0.3 is mostly within a third. */
  loose: number
  /** Times the usual delay. */
  slow: number
}

/** Those who report from one town, and how much is heard from there as against other towns. */
export type Beat = { town: number; weight: number; reporters: readonly Reporter[] }

/** Most of what is heard is heard in the capital, and almost nothing from far away. */
const WEIGHTS: Record<string, number> = {
  bamako: 150,
  sikasso: 11,
  kayes: 10,
  segou: 9,
  mopti: 7,
  koutiala: 4,
  bougouni: 5,
  kati: 4,
  kita: 3,
  gao: 1.5,
  tombouctou: 1,
}
const ELSEWHERE = 0.9
/** Towns with a partner's office. */
const OFFICES = ['bamako', 'sikasso', 'kayes', 'segou', 'mopti', 'bougouni', 'gao']
const PARTNERS = 6
const BIRDS = ['calao', 'heron', 'touraco', 'pintade', 'colibri', 'milan', 'aigrette', 'tisserin']

export function beatsOf(pumps: Pumps, dice: Dice): Beat[] {
  let relays = 0
  const pseudonym = () => `${dice.pick(BIRDS)}-${100 + dice.below(900)}`
  const partners = Array.from({ length: PARTNERS }, (_, index) =>
    sourceOf(`Partenaire démo ${index + 1}`, 'partner'),
  )
  return pumps.towns.map(({ id, stations }, town) => {
    const hasOffice = OFFICES.includes(id)
    const staff = hasOffice ? (id === 'bamako' ? 9 : 2) : dice.chance(0.3) ? 1 : 0
    const neighbours = id === 'bamako' ? 46 : 1 + Math.floor(stations.length / 5)
    const reporters = [
      ...Array.from({ length: staff }, (): Reporter => {
        return {
          source: dice.pick(partners),
          reliability: dice.chance(0.85) ? 'B' : 'A',
          pseudonym: pseudonym(),
          careless: 0.01,
          loose: 0.18,
          slow: dice.between(0.5, 1.2),
        }
      }),
      ...Array.from({ length: neighbours }, (): Reporter => {
        relays += 1
        return {
          source: sourceOf(`Relais démo ${relays}`, 'community'),
          reliability: dice.pick(['B', 'C', 'C', 'C', 'D', 'D', 'F']),
          pseudonym: pseudonym(),
          careless: dice.between(0.01, 0.07),
          loose: dice.between(0.25, 0.6),
          slow: dice.between(0.6, 2.5),
        }
      }),
    ]
    return { town, weight: WEIGHTS[id] ?? ELSEWHERE, reporters }
  })
}

export function sourceOf(name: string, kind: Source['kind']): Source {
  return { name, kind, url: null, publishedOn: null }
}

/** Minutes until a field report reaches us: most within the hour, some the next morning, a few after days. */
export function delayMinutes({ slow }: Reporter, minute: number, dice: Dice): number {
  const luck = dice.unit()
  if (luck < 0.62) return Math.ceil(dice.between(3, 50) * slow)
  if (luck < 0.86) return Math.ceil(dice.between(50, 300) * slow)
  const untilMorning = 1_440 - (minute % 1_440) + 360
  if (luck < 0.965) return Math.ceil(untilMorning + dice.between(0, 200) * slow)
  return Math.ceil(untilMorning + dice.between(1, 5) * 1_440)
}
