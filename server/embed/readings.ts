import { daysBetween } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { isTold } from '#figures/figure.ts'
import type { Drawing, FigureLine, Mark, Scene } from '#figures/figure.ts'
import { behindText, stopsOf } from '#figures/read-out.ts'
import { period, shortDay } from '#i18n/format.ts'
import type { Readings, Told } from '#embed/readings.ts'

export function readingsOf(drawing: Drawing, scene: Scene, silent: string): Readings {
  const { from, to } = drawing.window
  const count = (day: Day) => daysBetween(from, day)
  const panels = drawing.panels.map((panel) => ({ ...panel, lines: panel.lines.map(joined) }))
  const lines = panels.flatMap((panel) => panel.lines)
  const spans = lines
    // A price in force is read on its day: that it has been so since December is not what was pointed at.
    .filter(({ role }) => role !== 'step')
    .flatMap(({ marks }) => marks.filter((mark) => isTold(mark) && mark.from !== mark.to))
  const stops = stopsOf([{ ...drawing, panels }])
  return {
    from,
    days: count(to) + 1,
    stops: stops.map(count),
    lines: lines.map(({ name, colour, marks }) => ({
      name,
      colour,
      told: marks.filter(isTold).map((mark) => toldOf(mark, count, scene)),
    })),
    notes: drawing.notes.map(({ day, number, text }) => [count(day), number, text]),
    names: Object.fromEntries([
      ...stops.map((day) => [`${count(day)}-${count(day)}`, shortDay(day, scene.lang, true)]),
      ...spans.map((mark) => [`${count(mark.from)}-${count(mark.to)}`, period(mark, scene.lang)]),
    ]),
    silent,
  }
}

function toldOf(mark: Mark, count: (day: Day) => number, { say }: Scene): Told {
  return [count(mark.from), count(mark.to), mark.said, behindText(mark, say)]
}

/** What stays in force from day to day is one stretch: a year of a price would else be told 365 times. */
function joined(line: FigureLine): FigureLine {
  if (line.role !== 'step') return line
  const stretches: Mark[] = []
  for (const mark of line.marks.filter(isTold)) {
    const last = stretches.at(-1)
    if (last && isSame(last, mark) && touches(last, mark))
      stretches[stretches.length - 1] = { ...last, to: mark.to }
    else stretches.push(mark)
  }
  return { ...line, marks: stretches }
}

function isSame(a: Mark, b: Mark): boolean {
  return a.said === b.said && a.note === b.note && a.n === b.n && a.sources === b.sources
}

function touches(a: Period, b: Period): boolean {
  return daysBetween(a.to, b.from) <= 1
}
