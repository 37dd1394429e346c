import type { Day, Period } from '#domain/time.ts'
import { period, shortDay } from '#i18n/format.ts'
import { isTold } from './figure.ts'
import type { Drawing, FigureLine, Mark, Scene } from './figure.ts'

export type Reading = { line: FigureLine; mark: Mark; text: string }

/** What is read of a day, and the day or the week that it is of. */
export type ReadOut = { heading: string; readings: readonly Reading[] }

/**
 * What figures say of a day, over all their lines; nothing for lines that nobody reported on then. What was told is
 * gathered once, and worded when it is first read: a pointer asks for another day in every frame.
 */
export function readOutOf(
  drawings: readonly Pick<Drawing, 'panels'>[],
  { say, lang }: Scene,
): (day: Day) => ReadOut {
  const told = drawings.flatMap(({ panels }) =>
    panels.flatMap(({ lines }) =>
      lines.flatMap((line) => line.marks.filter(isTold).map((mark) => ({ line, mark }))),
    ),
  )
  const textOf = once((mark: Mark) => behindText(mark, say))
  const headingOf = once((mark: Mark) => period(mark, lang))
  return (day) => {
    const readings = told
      .filter(({ mark }) => mark.from <= day && day <= mark.to)
      .map(({ line, mark }) => ({ line, mark, text: textOf(mark) }))
    const longest = readings
      .map(({ mark }) => mark)
      .toSorted(byLength)
      .at(-1)
    const isDay = !longest || longest.from === longest.to
    return { heading: isDay ? shortDay(day, lang, true) : headingOf(longest), readings }
  }
}

/** Works a text out when it is first asked for. */
function once(write: (mark: Mark) => string): (mark: Mark) => string {
  const written = new Map<Mark, string>()
  return (mark) => {
    const text = written.get(mark) ?? write(mark)
    written.set(mark, text)
    return text
  }
}

/** How the figure came about, and from how many reports; of what is withheld neither is told. */
export function behindText({ note, n, sources }: Mark, say: Scene['say']): string {
  return [note, n !== null && say('charts.behind', { n, sources })].filter(Boolean).join(' · ')
}

function byLength(a: Period, b: Period): number {
  const length = ({ from, to }: Period) => Date.parse(to) - Date.parse(from)
  return length(a) - length(b)
}

/** All of that as one sentence, for a reader who listens. */
export function readAloud({ heading, readings }: ReadOut, say: Scene['say']): string {
  if (readings.length === 0) return `${heading}. ${say('charts.silent')}`
  const parts = readings.map(({ line, mark, text }) =>
    [`${line.name} : ${mark.said}`, text].filter(Boolean).join(', '),
  )
  return `${heading}. ${parts.join('. ')}`
}

/** The days a pointer stops at when moved by keys: the start of each bucket, in order. */
export function stopsOf(drawings: readonly Drawing[]): Day[] {
  const days = new Set<Day>()
  for (const { panels, window } of drawings)
    for (const { lines } of panels)
      for (const { marks } of lines)
        for (const { from } of marks) days.add(from < window.from ? window.from : from)
  return [...days].toSorted()
}
