import { daysBetween } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { isTold } from '#figures/figure.ts'
import type { Drawing, FigureLine, Mark, Scene } from '#figures/figure.ts'
import { stopsOf } from '#figures/read-out.ts'
import { period } from '#i18n/format.ts'
import type { Readings, Told } from '#embed/readings.ts'

export function readingsOf(drawing: Drawing, scene: Scene, silent: string): Readings {
  const { from, to } = drawing.window
  const count = (day: Day) => daysBetween(from, day)
  const lines = drawing.panels.flatMap((panel) => panel.lines)
  const told = lines.map((line) => joined(line).map((mark) => toldOf(mark, count, scene)))
  const names = new Map(
    lines
      .flatMap(joined)
      .filter((mark) => mark.from !== mark.to)
      .map((mark) => [`${count(mark.from)}-${count(mark.to)}`, period(mark, scene.lang)]),
  )
  return {
    from,
    days: count(to) + 1,
    stops: stopsOf([drawing]).map(count),
    lines: lines.map(({ name, colour }, index) => ({ name, colour, told: told[index] ?? [] })),
    notes: drawing.notes.map(({ day, number, text }) => [count(day), number, text]),
    names: Object.fromEntries(names),
    silent,
  }
}

function toldOf(mark: Mark, count: (day: Day) => number, { say }: Scene): Told {
  const behind = say('charts.behind', { n: mark.n, sources: mark.sources })
  return [
    count(mark.from),
    count(mark.to),
    mark.said,
    [mark.note, behind].filter(Boolean).join(' · '),
  ]
}

/** What stays in force from day to day is one stretch: a year of a price would else be told 365 times. */
function joined({ role, marks }: FigureLine): Mark[] {
  const told = marks.filter(isTold)
  if (role !== 'step') return told
  const stretches: Mark[] = []
  for (const mark of told) {
    const last = stretches.at(-1)
    if (last && isSame(last, mark) && touches(last, mark))
      stretches[stretches.length - 1] = { ...last, to: mark.to }
    else stretches.push(mark)
  }
  return stretches
}

function isSame(a: Mark, b: Mark): boolean {
  return a.said === b.said && a.note === b.note && a.n === b.n && a.sources === b.sources
}

function touches(a: Period, b: Period): boolean {
  return daysBetween(a.to, b.from) <= 1
}
