import { isCapital } from '#domain/capital-first.ts'
import type { Line, Missing, Point, Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { percent } from '#i18n/format.ts'
import { drawingOf, panelOf } from './drawing-of.ts'
import { isKnown } from './figure.ts'
import type { Drawing, Mark, Panel, Scene } from './figure.ts'
import { isToldBy, lineOf, weeksSince } from './line-of.ts'
import { mostReported } from './most-reported.ts'
import { dayText, noneReported } from './phrases.ts'

/** Rows that can still be read in the figure's height. */
const ROWS = 6

/** Share of stations with fuel: a row for each place, since shares of different places share no line. */
export function stationsDrawing(series: Series, scene: Scene): Drawing {
  const lines = mostReported(series.lines, ROWS)
  const panels = lines.map((line) => row(line, lines.length, scene))
  const { say } = scene
  const widest = widestCoverage(lines)
  const subtitle = say('charts.stations.subtitle', {
    reporting: widest?.reporting ?? 0,
    known: widest?.known ?? 0,
    place: widest ? nameOf(widest.key, scene) : '',
    others: series.lines.length - lines.length,
  })
  return drawingOf({ ...series, missing: missingOf(series) }, panels, subtitle, scene)
}

/** A census would not fill a chart that nobody reported for: what lacks first is reports. */
function missingOf({ missing, n }: Series): Missing[] {
  const lacksReports = n === 0 || missing.includes('no-reports')
  return lacksReports ? [...new Set<Missing>(['no-reports', ...missing])] : missing
}

function row(line: Line, rows: number, scene: Scene): Panel {
  const name = nameOf(line.key, scene)
  const drawn = lineOf(line, { name, role: 'gauges', colour: '--status-open' }, scene)
  return panelOf({
    id: line.key,
    title: name,
    unit: '',
    share: 1 / rows,
    isRow: true,
    ticks: [0, 1].map((value) => ({ value, label: percent(value, scene.lang) })),
    top: 1,
    lines: [{ ...drawn, marks: drawn.marks.map((mark) => inWords(mark, scene)) }],
  })
}

function nameOf(key: string, { say, placeName }: Scene): string {
  if (key === 'quoted') return say('charts.stations.quoted')
  return key === 'all' ? say('charts.stations.all') : placeName(key)
}

/** A source that says only "most" has no percentage, and must not be given one. */
function inWords(mark: Mark, { say }: Scene): Mark {
  const word = majority(mark)
  if (word === null) return mark
  const notes = [say(`charts.stations.why.${word}`), mark.note].filter(Boolean)
  return { ...mark, said: say(`charts.stations.${word}`), note: notes.join(' · ') }
}

type Majority = 'most' | 'few' | 'disputed'

function majority({ low, best, high }: Pick<Mark, 'low' | 'best' | 'high'>): Majority | null {
  if (best !== null) return null
  if (low !== null && low >= 0.5) return 'most'
  if (high !== null && high <= 0.5) return 'few'
  return low === 0 && high === 1 ? 'disputed' : null
}

/** The point whose stations are the largest known part of all there are; null where no source says. */
function widestCoverage(lines: readonly Line[]) {
  let widest: { key: string; reporting: number; known: number } | null = null
  for (const { key, points } of lines)
    for (const { reporting, known } of points)
      if (reporting !== null && known !== null && reporting > (widest?.reporting ?? -1))
        widest = { key, reporting, known }
  return widest
}

/** "Most stations open in Bamako at the latest report (week of 2 February)" */
export function stationsTitle(series: Series, scene: Scene, at: Day): string {
  const { say, lang } = scene
  const latest = latestShare(series.lines, at)
  if (!latest) return noneReported('charts.stations.none', scene, at)
  const { line, point } = latest
  return say('charts.stations.title', {
    state: stateOf(point),
    share: percent(point.best ?? point.low ?? point.high, lang),
    place: line.key === 'quoted' || line.key === 'all' ? 'none' : nameOf(line.key, scene),
    day: dayText(point, scene),
    weeks: weeksSince(point, at),
  })
}

/** The newest of the capital's share and the country's; another town's only where neither spoke. As the headline. */
function latestShare(lines: readonly Line[], at: Day) {
  const told = lines
    .flatMap((line) =>
      line.points.filter((point) => isToldBy(point, at)).map((point) => ({ line, point })),
    )
    .toSorted(
      (a, b) => a.point.to.localeCompare(b.point.to) || a.point.from.localeCompare(b.point.from),
    )
  return told.findLast(({ line: { key } }) => key === 'quoted' || isCapital(key)) ?? told.at(-1)
}

function stateOf(point: Point): Majority | 'share' {
  return isKnown(point) ? (majority(point) ?? 'share') : 'share'
}
