import type { Place } from '#domain/place.ts'
import type { Lang } from './words.ts'

/** A place's name in the reader's language, a station's with its town; its id while the gazetteer has not come, or does not know it. */
export function placeName(
  id: string,
  places: ReadonlyMap<string, Place> | undefined,
  lang: Lang,
): string {
  const place = places?.get(id)
  if (!place) return id
  // A filling station's own name says nothing of where it is.
  const within = place.kind === 'station' && place.parent && places?.get(place.parent)
  return nameOf(place, lang) + (within ? `, ${nameOf(within, lang)}` : '')
}

/** A place's own name in the reader's language. */
export function nameOf({ name, nameFr }: Pick<Place, 'name' | 'nameFr'>, lang: Lang): string {
  // The gazetteer is typed as its sources type it; French print sets the apostrophe.
  return lang === 'fr' ? nameFr.replaceAll("'", '’') : name
}
