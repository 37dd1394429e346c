import type { Place } from '#domain/place.ts'
import type { Lang } from '#i18n/words.ts'
import { nameOf } from '#i18n/place-name.ts'
import { countryNames } from './countries.ts'
import type { Box, Name, Side } from './declutter.ts'
import { symbolOf, zoomOf } from './place-names.ts'

type Point = { x: number; y: number }
type Located = { lat: number; lon: number }

/** A text on the map that has not found its room yet. */
export type Lettering = Name & Located & { text: string; kind: 'town' | 'country' }

type Given = {
  zoom: number
  lang: Lang
  project: (at: Located) => Point
  /** Width of a text in pixels. */
  measure: (text: string, font: string) => number
}

export const NAME_HEIGHT = 15
export const FONTS = {
  first: '700 15px',
  strong: '600 12px',
  plain: '12px',
  country: '600 11px',
} as const

const AROUND: readonly Side[] = [
  'right',
  'left',
  'above',
  'below',
  'above-right',
  'below-right',
  'above-left',
  'below-left',
]

/** The one place the whole map is about. */
export function isFirst({ kind, country }: Pick<Place, 'kind' | 'country'>): boolean {
  return kind === 'capital' && country === 'MLI'
}

export function fontOf(place: Pick<Place, 'kind' | 'country' | 'rank'>): string {
  if (isFirst(place)) return FONTS.first
  return place.rank === 1 ? FONTS.strong : FONTS.plain
}

/** Places with a symbol of their own at this zoom. */
export function shownAt(zoom: number, places: Iterable<Place>): (Place & Located)[] {
  return [...places].filter(
    (place): place is Place & Located =>
      place.lat !== null && place.lon !== null && symbolOf(place) !== null && zoomOf(place) <= zoom,
  )
}

/** The names of the shown places and of the countries, ready to be decluttered. */
export function letteringOf(shown: readonly (Place & Located)[], given: Given): Lettering[] {
  const { lang, project, measure } = given
  const towns = shown.map((place): Lettering => {
    const text = nameOf(place, lang)
    const first = isFirst(place)
    return {
      id: place.id,
      kind: 'town',
      text,
      lat: place.lat,
      lon: place.lon,
      ...project(place),
      width: measure(text, fontOf(place)) + 4,
      height: NAME_HEIGHT,
      rank: first ? 0 : place.rank,
      reach: first ? 8 : 5,
      sides: AROUND,
    }
  })
  const countries = countryNames(lang).map((country): Lettering => {
    // Set in spaced capitals.
    const width = measure(country.text.toUpperCase(), FONTS.country) + country.text.length * 2
    const at = project(country)
    return {
      ...country,
      kind: 'country',
      ...at,
      width,
      height: NAME_HEIGHT,
      rank: 4,
      reach: 0,
      sides: ['centre'],
    }
  })
  return [...towns, ...countries]
}

/** The room that symbols take, so that no name lies on another place's sign. */
export function symbolBoxes(shown: readonly (Place & Located)[], project: Given['project']): Box[] {
  return shown.map((place) => {
    const { x, y } = project(place)
    return { left: x - 3, top: y - 3, width: 6, height: 6 }
  })
}
