import type { Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { estimateText } from './amount.ts'
import { axisUpTo } from './axes.ts'
import { drawingOf, panelOf } from './drawing-of.ts'
import type { Drawing, FigureLine, Scene } from './figure.ts'
import { highest, latestAmong, lineOf, linesOf, weeksSince } from './line-of.ts'
import { mostReported } from './most-reported.ts'
import { durationText, dayText, noneReported } from './phrases.ts'

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
  const ofPlaces = latestAmong(
    linesOf(series, (key) => key !== 'all'),
    at,
  )
  const latest = ofPlaces ?? latestAmong(series.lines, at)
  if (!latest) return noneReported('charts.wait.none', scene, at)
  const { line, point } = latest
  const weeks = weeksSince(point, at)
  const wait =
    point.best === null ? estimateText(point, line.unit, scene) : durationText(point.best, scene)
  const day = dayText(point, scene)
  return line.key === 'all'
    ? say('charts.wait.title.all', { wait, weeks, day })
    : say('charts.wait.title', { wait, weeks, day, place: placeName(line.key) })
}
