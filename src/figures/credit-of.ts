import { dayOf } from '#domain/time.ts'
import { longDay, period } from '#i18n/format.ts'
import type { Drawing, Scene } from './figure.ts'

/** Names that a line can hold; the others are behind the figure. */
const NAMED = 4

/** A sentence under a figure, and the words that lead it in bold. */
export type CreditLine = { lead: string | null; text: string }

type Words = Pick<Scene, 'say' | 'lang'>

/**
 * Who says so, from how many reports, as of when, and what to mind before quoting it. `said` are caveats that
 * stand elsewhere on the page.
 */
export function creditOf(
  figures: readonly Drawing[],
  { say, lang }: Words,
  said: readonly string[],
): CreditLine[] {
  const credits = figures.map(({ id, credit }): CreditLine => {
    const behind = say('charts.credit', {
      n: credit.n,
      sources: credit.sources,
      names: namesOf(credit.sourceNames, credit.sources, say),
      window: period(credit.window, lang),
    })
    const asOf =
      credit.asOf && say('charts.credit.asof', { day: longDay(dayOf(credit.asOf), lang) })
    return {
      lead: figures.length > 1 ? capital(say(`charts.what.${id}`)) : null,
      text: `${behind}. ${asOf ?? ''}`.trim(),
    }
  })
  // An empty frame says it in place of the drawing.
  const missing = [...new Set(figures.flatMap((figure) => (figure.empty ? [] : figure.missing)))]
  if (missing.length > 0)
    credits.push({ lead: say('charts.missing'), text: `${missing.join(', ')}.` })
  const caveats = [...new Set(figures.flatMap((figure) => figure.caveats))].filter(
    (caveat) => !said.includes(caveat),
  )
  if (caveats.length > 0) credits.push({ lead: say('charts.caveats'), text: caveats.join(' ') })
  return credits
}

function namesOf(names: readonly string[], sources: number, say: Words['say']): string {
  const shown = names.slice(0, NAMED).join(' · ')
  if (shown === '') return 'none'
  return sources > Math.min(names.length, NAMED)
    ? say('charts.credit.more', { names: shown })
    : shown
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
