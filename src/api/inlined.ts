import { Situation } from '#domain/situation.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import { withoutLanguage } from './question.ts'

/** The element the server writes its first answer into: `data-search` is the question, the text its answer. */
export const INLINED_ID = 'jauge-situation'

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
