import type { Line, Point, Series, Unit } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { daysBetween } from '#domain/time.ts'
import { amount, estimateText } from './amount.ts'
import { isKnown } from './figure.ts'
import type { BarLabel, FigureLine, Mark, Scene } from './figure.ts'

type Look = Partial<Omit<FigureLine, 'key' | 'marks'>> &
  Pick<FigureLine, 'name' | 'role' | 'colour'>

/** The same points with their text and their looks; nothing is added, dropped or rounded. */
export function lineOf(line: Line, look: Look, scene: Scene): FigureLine {
  return {
    dashed: false,
    marker: 'circle',
    texture: 'plain',
    short: look.name,
    ...look,
    key: line.key,
    marks: line.points.map((point) => markOf(point, line, scene)),
  }
}

function markOf(point: Point, { unit }: Line, scene: Scene): Mark {
  const { from, to, low, best, high, n, sources, basis } = point
  const said =
    isKnown(point) || n === 0
      ? estimateText({ low, best, high }, unit, scene)
      : scene.say(n === null ? 'caveat.withheld' : 'charts.uncounted')
  return { from, to, low, best, high, n, sources, basis, said, note: noteOf(point, scene) }
}

function noteOf({ place, basis, reporting, known }: Point, { say, placeName }: Scene) {
  const notes: string[] = []
  if (place !== undefined) notes.push(placeName(place))
  if (reporting !== null && known !== null) notes.push(say('charts.coverage', { reporting, known }))
  else if (reporting !== null) notes.push(say('charts.coverage.some', { reporting }))
  if (basis !== null && basis !== 'reported') notes.push(say(`charts.basis.${basis}`))
  return notes.join(' · ') || null
}

/** The best figures as short text, to be written at their bars; unknowns have none. */
export function labelsOf(points: readonly Point[], unit: Unit, scene: Scene): BarLabel[] {
  return points.flatMap(({ from, to, best, high }) =>
    best === null
      ? []
      : [
          {
            from,
            to,
            value: best,
            end: Math.max(best, high ?? best),
            text: amount(best, unit, scene),
          },
        ],
  )
}

/** Lines whose key passes, in the order they came. */
export function linesOf(series: Series, wanted: (key: string) => boolean): Line[] {
  return series.lines.filter((line) => wanted(line.key))
}

/** True for a figure whose every report speaks of days up to `at`: what was told later has not happened yet. */
export function isToldBy({ lastDay, ...point }: Point, at: Day): boolean {
  return lastDay !== null && lastDay <= at && isKnown(point)
}

/** The last point with a figure that was told of by `at`; null when there is none. */
export function latestOf(points: readonly Point[], at: Day): Point | null {
  return points.findLast((point) => isToldBy(point, at)) ?? null
}

/** The line that spoke last, and its point; on the same day the one with more reports. */
export function latestAmong(lines: readonly Line[], at: Day): { line: Line; point: Point } | null {
  let found: { line: Line; point: Point } | null = null
  for (const line of lines) {
    const point = latestOf(line.points, at)
    if (point && (!found || isLater(point, found.point))) found = { line, point }
  }
  return found
}

function isLater(a: Point, b: Point): boolean {
  return a.from > b.from || (a.from === b.from && (a.n ?? 0) > (b.n ?? 0))
}

/** Whole weeks since a period ended; 0 while it runs. */
export function weeksSince(point: Point, at: Day): number {
  return Math.max(0, Math.floor(daysBetween(point.to, at) / 7))
}

/** The largest figure of a line's points, whichever end it is; 0 for none, since axes start there. */
export function highest(lines: readonly Line[]): number {
  return Math.max(
    0,
    ...lines.flatMap(({ points }) =>
      points.flatMap(({ low, best, high }) => [low ?? 0, best ?? 0, high ?? 0]),
    ),
  )
}
