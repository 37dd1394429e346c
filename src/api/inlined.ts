import * as z from 'zod/mini'
import { Place } from '#domain/place.ts'
import { Situation } from '#domain/situation.ts'
import type { Period } from '#domain/time.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import { currentAsker } from './asker.ts'
import { named, withoutLanguage } from './question.ts'

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

/** When what is inlined was asked for: an answer grows old in the page as anywhere else. */
export const CAME = performance.timeOrigin

/** Elements with what the map shows beside the situation, each with its question. */
export const INLINED = {
  sites: 'jauge-sites',
  convoys: 'jauge-convoys',
  incidents: 'jauge-incidents',
} as const

/**
 * The situation that came with the page, if it is the answer to this very question: the first paint then
 * needs no request. Undefined when there is none, when it answers another question, or when it is off-contract.
 */
export function inlinedSituation(view: View): Situation | undefined {
  return inlined(INLINED_ID, view, Situation)
}

/**
 * Any answer that came with the page, by its element. It answers the question with its window named too. What comes with the
 * page is the public's, whoever opened it.
 */
export function inlined<Answer extends { window: Period }>(
  id: string,
  view: View,
  schema: z.ZodMiniType<Answer>,
): Answer | undefined {
  const element = document.getElementById(id)
  if (!element?.textContent || currentAsker().role !== 'public') return undefined
  // Read once: whoever asks twice is given the same, and need not draw it anew.
  if (!read.has(element)) read.set(element, schema.safeParse(JSON.parse(element.textContent)).data)
  const answer = read.get(element) as Answer | undefined
  if (answer === undefined) return undefined
  const asked = fromSearch(element.dataset['search'] ?? '')
  const textOf = (question: View) => toSearch(withoutLanguage(question))
  return [asked, named(asked, answer.window) ?? asked].some(
    (question) => textOf(question) === textOf(view),
  )
    ? answer
    : undefined
}

const read = new WeakMap<Element, unknown>()
