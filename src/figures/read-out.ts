import type { Day, Period } from '#domain/time.ts'
import { period, shortDay } from '#i18n/format.ts'
import { isTold } from './figure.ts'
import type { Drawing, FigureLine, Mark, Scene } from './figure.ts'

export type Reading = { line: FigureLine; mark: Mark; text: string }

/**
 * What figures say of a day, over all their lines; nothing for lines that nobody reported on then. What was told is
 * gathered once, and worded when it is first read: a pointer asks for another day in every frame.
 */
export function readOutOf(
  drawings: readonly Pick<Drawing, 'panels'>[],
  { say }: Scene,
): (day: Day) => Reading[] {
  const told = drawings.flatMap(({ panels }) =>
    panels.flatMap(({ lines }) =>
      lines.flatMap((line) => line.marks.filter(isTold).map((mark) => ({ line, mark }))),
    ),
  )
  const readings = new Map<Mark, Reading>()
  return (day) =>
    told
      .filter(({ mark }) => mark.from <= day && day <= mark.to)
      .map(({ line, mark }) => {
        const reading = readings.get(mark) ?? { line, mark, text: behindText(mark, say) }
        readings.set(mark, reading)
        return reading
      })
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
export function readAloud(readings: readonly Reading[], day: Day, scene: Scene): string {
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
