import * as z from 'zod/mini'
import { Place } from '#domain/place.ts'
import { Situation } from '#domain/situation.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import { withoutLanguage } from './question.ts'

/** The element the server writes its first answer into: `data-search` is the question, the text its answer. */
export const INLINED_ID = 'jauge-situation'

/** The places that its headlines name, with those they are part of. */
export const INLINED_PLACES_ID = 'jauge-places'

/** The question that the server answered into the page, as an address says it; empty when it answered none. */
export function inlinedSearch(): string {
  const search = document.getElementById(INLINED_ID)?.dataset['search'] ?? ''
  return search && `?${search}`
}

/** Places whose names are said at once, by id; the gazetteer comes with the map. Undefined when the page brought none. */
export function inlinedPlaces(): Map<string, Place> | undefined {
  const text = document.getElementById(INLINED_PLACES_ID)?.textContent
  const read = text ? z.array(Place).safeParse(JSON.parse(text)) : null
  return read?.success ? new Map(read.data.map((place) => [place.id, place])) : undefined
}

/**
 * The situation that came with the page, if it is the answer to this very question: the first paint then
 * needs no request. Undefined when there is none, when it answers another question, or when it is off-contract.
 */
export function inlinedSituation(view: View): Situation | undefined {
  const element = document.getElementById(INLINED_ID)
  if (!element?.textContent) return undefined
  const asked = fromSearch(element.dataset['search'] ?? '')
  if (toSearch(withoutLanguage(asked)) !== toSearch(withoutLanguage(view))) return undefined
  const read = Situation.safeParse(JSON.parse(element.textContent))
  return read.success ? read.data : undefined
}
