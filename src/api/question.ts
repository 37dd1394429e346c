import type { Window } from '#domain/situation.ts'
import type { Period } from '#domain/time.ts'
import { toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'

/** The same question without its language: figures have none, so a change of language asks nothing again. */
export function withoutLanguage({ lang: _, ...question }: View): View {
  return question
}

/** The question without the moment shown: what depends on the window alone is not asked again while playing. */
export function withoutMoment({ at: _, ...question }: View): View {
  return question
}

/** `/situation?from=…`, or `/situation` alone when everything is at its default. */
export function pathOf(resource: string, view: View, more: Record<string, string> = {}): string {
  const search = new URLSearchParams(toSearch(view))
  for (const [key, value] of Object.entries(more)) search.set(key, value)
  return search.size === 0 ? resource : `${resource}?${search}`
}

/**
 * The question about all of the window: what happened in it is asked once, and then shown up to any moment. The
 * window may still be that of the question before; an end that the view names itself is the newer one.
 */
export function throughout(view: View, { to }: Pick<Window, 'to'>): View {
  return { ...view, at: view.to ?? to }
}

/**
 * The question with its window named, where it leaves that open: it has the same answer, and is what is asked once the
 * moment has been moved.
 */
export function named(view: View, { from, to }: Period): View | null {
  return view.from && view.to ? null : { ...view, from, to }
}
