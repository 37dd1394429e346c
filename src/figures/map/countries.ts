import type { Lang } from '#i18n/words.ts'

/** ISO 3166 alpha-2, which `Intl` names, and where the name stands best on a map of these roads. */
const COUNTRIES: readonly [code: string, lat: number, lon: number][] = [
  ['ML', 14.75, -6.9],
  ['SN', 15.2, -14.3],
  ['CI', 7.9, -6.35],
  ['GN', 11.45, -12.1],
  ['MR', 17.2, -11.6],
  ['BF', 12.75, -1.9],
  ['NE', 15.2, 2.6],
  ['GH', 8, -1.3],
  ['LR', 6.5, -9.4],
  ['SL', 8.5, -11.8],
  ['GW', 12.1, -14.8],
  ['DZ', 23.6, 0.5],
]

/** Countries as the reader's language calls them, and where to print them. */
export function countryNames(lang: Lang): { id: string; text: string; lat: number; lon: number }[] {
  const names = new Intl.DisplayNames(lang, { type: 'region' })
  return COUNTRIES.map(([id, lat, lon]) => ({ id, text: names.of(id) ?? id, lat, lon }))
}
