import type { Atlas } from '#domain/atlas.ts'
import type { Place } from '#domain/place.ts'
import type { Situation } from '#domain/situation.ts'
import { fromSearch, toSearch } from '#domain/view.ts'

/** What stands in the situation's page beside the situation itself, so that its script need not ask for it. */

/** The value of an element, and the question that it answers. */
export type Inlined = { value: unknown; search?: string }

/** A few kilobytes on the line. Thousands of sites would hold up the very script that draws them. */
const MOST_LETTERS = 40_000

/**
 * What the map asks for beside the situation, the answers as they are: without them it would stand on a slow line, with its
 * code there, and wait for three more answers. What cannot be had is left for its script to ask for.
 */
export async function forTheMap(
  search: string,
  { window }: Situation,
  ask: (path: string) => Response | Promise<Response>,
) {
  const view = fromSearch(search)
  // As the page asks: what happened in all of the window, to be shown up to any moment of it.
  const throughout = toSearch({ ...view, at: view.to ?? window.to })
  const asked = { sites: search, convoys: throughout, incidents: throughout }
  const answers = await Promise.all(
    Object.entries(asked).map(async ([name, question]) => ({
      id: `jauge-${name}`,
      search: question,
      response: await ask(`/${name}?${question}`),
    })),
  )
  return answers.filter(({ response }) => response.ok)
}

/** What there is room for, by its element. */
export async function inlinedOf(
  answers: Awaited<ReturnType<typeof forTheMap>>,
): Promise<Record<string, Inlined>> {
  const texts = await Promise.all(answers.map(({ response }) => response.text()))
  return Object.fromEntries(
    answers.flatMap(({ id, search }, index) => {
      const text = texts[index] ?? ''
      return text.length > MOST_LETTERS
        ? []
        : [[id, { value: JSON.parse(text) as unknown, search }]]
    }),
  )
}

/** The places that headlines speak of, and those that they are part of. */
export function placesNamed({ headlines }: Situation, { places }: Atlas): Place[] {
  const ids = headlines.flatMap(({ place }) =>
    place === null ? [] : [place, places.get(place)?.parent ?? place],
  )
  return [...new Set(ids)].flatMap((id) => places.get(id) ?? [])
}
