import type { Point, Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { estimateText } from './amount.ts'
import { axisUpTo } from './axes.ts'
import { drawingOf, panelOf } from './drawing-of.ts'
import type { Drawing, FigureLine, Scene } from './figure.ts'
import { highest, isToldBy, latestAmong, lineOf, linesOf, weeksSince } from './line-of.ts'
import { mostReported } from './most-reported.ts'
import { durationText, noneReported, whenOf } from './phrases.ts'

const MARKERS = ['circle', 'square', 'diamond', 'triangle'] as const
const COLOURS = ['--accent', '--axis-ci', '--axis-gn', '--axis-ne'] as const

/** Hours queued, by week: the median of the places as a line in its range, and each place as points. */
export function waitDrawing(series: Series, scene: Scene): Drawing {
  const { say, placeName } = scene
  const places = mostReported(
    linesOf(series, (key) => key !== 'all'),
    COLOURS.length,
  )
  const all = linesOf(series, (key) => key === 'all')
  const lines: FigureLine[] = [
    ...all.map((line) =>
      lineOf(line, { name: say('charts.wait.all'), role: 'line', colour: '--ink-3' }, scene),
    ),
    ...places.map((line, index) =>
      lineOf(
        line,
        {
          name: placeName(line.key),
          role: 'points',
          colour: COLOURS[index] ?? '--accent',
          marker: MARKERS[index] ?? 'circle',
        },
        scene,
      ),
    ),
  ]
  const axis = axisUpTo(highest([...all, ...places]), 4, 'hours', scene)
  const panel = panelOf({ id: 'wait', unit: say('charts.wait.unit'), share: 1, ...axis, lines })
  return drawingOf(series, [panel], say('charts.wait.subtitle'), scene)
}

/** "The latest wait reported in Bamako: 5 minutes, 15 weeks ago" */
export function waitTitle(series: Series, scene: Scene, at: Day): string {
  const { say, placeName } = scene
  const latest = latestWait(series, at)
  if (!latest) return noneReported('charts.wait.none', scene, at)
  const { point, place } = latest
  const wait =
    point.best === null ? estimateText(point, 'hours', scene) : durationText(point.best, scene)
  const values = { wait, weeks: weeksSince(point, at), ...whenOf(point, scene) }
  return place === null
    ? say('charts.wait.title.all', values)
    : say('charts.wait.title', { ...values, place: placeName(place) })
}

/** The last week timed, over all its places; a figure known to the month only where no week of it was timed. */
function latestWait(series: Series, at: Day): { point: Point; place: string | null } | null {
  const all = linesOf(series, (key) => key === 'all')
  const week = latestAmong(all, at)?.point ?? null
  const told = linesOf(series, (key) => key !== 'all').flatMap(({ key, points }) =>
    points.filter((point) => isToldBy(point, at)).map((point) => ({ point, place: key })),
  )
  const newer = told.filter(({ point }) => week === null || point.from > week.from)
  const vague = newer.toSorted((a, b) => a.point.from.localeCompare(b.point.from)).at(-1)
  if (vague) return vague
  if (week === null) return null
  // One town's week is that town's, and no median of towns.
  const only = told.find(({ point }) => point.from === week.from && point.n === week.n)
  return { point: week, place: only?.place ?? null }
}
