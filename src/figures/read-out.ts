import type { Day, Period } from '#domain/time.ts'
import { period, shortDay } from '#i18n/format.ts'
import { isTold } from './figure.ts'
import type { Drawing, FigureLine, Mark, Scene } from './figure.ts'

export type Reading = { line: FigureLine; mark: Mark; text: string }

/** What the figure says of a day, over all its lines; nothing for lines that nobody reported on then. */
export function readingsAt(
  { panels }: Pick<Drawing, 'panels'>,
  day: Day,
  { say }: Scene,
): Reading[] {
  return panels.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const marks = line.marks.filter(({ from, to }) => from <= day && day <= to)
      return marks.filter(isTold).map((mark) => ({ line, mark, text: behindText(mark, say) }))
    }),
  )
}

/** How the figure came about, and from how many reports; of what is withheld neither is told. */
export function behindText({ note, n, sources }: Mark, say: Scene['say']): string {
  return [note, n !== null && say('charts.behind', { n, sources })].filter(Boolean).join(' · ')
}

/** The day, or the week that is read with it, as a heading. */
export function headingAt(readings: readonly Reading[], day: Day, { lang }: Scene): string {
  const longest = readings
    .map(({ mark }) => mark)
    .toSorted(byLength)
    .at(-1)
  if (!longest || longest.from === longest.to) return shortDay(day, lang, true)
  return period(longest, lang)
}

function byLength(a: Period, b: Period): number {
  const length = ({ from, to }: Period) => Date.parse(to) - Date.parse(from)
  return length(a) - length(b)
}

/** All of that as one sentence, for a reader who listens. */
export function readAloud(drawings: readonly Drawing[], day: Day, scene: Scene): string {
  const readings = drawings.flatMap((drawing) => readingsAt(drawing, day, scene))
  const heading = headingAt(readings, day, scene)
  if (readings.length === 0) return `${heading}. ${scene.say('charts.silent')}`
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
