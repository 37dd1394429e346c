import { sum } from '#domain/estimate.ts'
import type { Basis, Line, Point, Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { range } from '#i18n/format.ts'
import { amount } from './amount.ts'
import { axisUpTo } from './axes.ts'
import { panelOf } from './drawing-of.ts'
import { isKnown } from './figure.ts'
import type { FigureLine, Panel, Scene, Texture } from './figure.ts'
import { labelsOf, latestOf, lineOf, weeksSince } from './line-of.ts'
import { dayText } from './phrases.ts'

const AXES = ['ci', 'sn', 'gn', 'ne', 'unstated'] as const

// Colour alone does not tell the ways in apart.
const TEXTURE: Record<string, Texture> = { sn: 'across', gn: 'dots', ne: 'along' }

/** Tankers a week, one stack a week, a layer for each way in; lines without a figure are left out. */
export function tankerPanel(series: Series, scene: Scene, look: { down: boolean }): Panel {
  const lines = AXES.flatMap((axis) =>
    series.lines.filter(({ key, points }) => key === axis && points.some(({ n }) => n !== 0)),
  )
  const levels = series.references.filter(({ unit }) => unit === 'tankers')
  const top = Math.max(
    0,
    ...levels.map(({ value }) => value),
    ...totalsOf(series).map(({ low, best, high }) => high ?? best ?? low ?? 0),
  )
  return panelOf({
    id: series.metric,
    unit: scene.say('charts.tankers.unit'),
    share: 1,
    down: look.down,
    ...axisUpTo(top, look.down ? 2 : 4, 'tankers', scene),
    lines: lines.map((line) => layer(line, look.down, scene)),
    labels: labelsOf(totalsOf(series), 'tankers', scene),
    levels: levels.map(({ value, source, url }) => ({
      value,
      label: scene.say('charts.tankers.before', { n: amount(value, 'tankers', scene), source }),
      url,
    })),
  })
}

function layer(line: Line, isLost: boolean, scene: Scene): FigureLine {
  const axis = AXES.find((each) => each === line.key) ?? 'unstated'
  const way = scene.say(`charts.axis.${axis}`)
  return lineOf(
    line,
    {
      name: scene.say(isLost ? 'charts.losses.via' : 'charts.arrivals.via', { way }),
      short: way,
      role: 'bars',
      colour: `--axis-${axis}`,
      texture: TEXTURE[axis] ?? 'plain',
    },
    scene,
  )
}

/** The weeks over all ways in. A week that no way in reported has no total; it is not a zero. */
export function totalsOf({ lines }: Series): Point[] {
  const total = lines.find(({ key }) => key === 'all')
  if (total) return total.points
  const weeks = new Map<Day, [Point, ...Point[]]>()
  for (const { points } of lines)
    for (const point of points) {
      const week = weeks.get(point.from)
      if (week) week.push(point)
      else weeks.set(point.from, [point])
    }
  return [...weeks.values()].map(totalOf).toSorted((a, b) => a.from.localeCompare(b.from))
}

function totalOf(points: [Point, ...Point[]]): Point {
  const known = points.filter(isKnown)
  return {
    ...points[0],
    ...(sum(known.map(({ low, best, high }) => ({ low, best, high }))) ?? {
      low: null,
      best: null,
      high: null,
    }),
    lastDay: known.reduce<Day | null>(
      (last, { lastDay }) => (last === null || (lastDay ?? '') > last ? lastDay : last),
      null,
    ),
    n: known.reduce((total, { n }) => total + (n ?? 0), 0),
    basis: worstBasis(known),
  }
}

/** A total is only as whole as the least whole of its parts. */
function worstBasis(points: Point[]): Basis | null {
  const has = (basis: Basis) => points.some((point) => point.basis === basis)
  if (has('partial-week')) return 'partial-week'
  return has('summed') ? 'summed' : (points[0]?.basis ?? null)
}

/** What a title says of the latest week with a figure: how many, how sure, since when nothing. Null for none. */
export function latestWeek(series: Series, scene: Scene, at: Day) {
  const point = latestOf(totalsOf(series), at)
  if (!point) return null
  const write = (value: number) => amount(value, 'tankers', scene)
  const { low, best, high, basis } = point
  const differs = best !== null && (low !== best || high !== best) && low !== null && high !== null
  return {
    // A range without a best is written as it is; plurals then follow its upper end.
    n: best ?? high ?? low ?? 0,
    figure: best === null ? range(point, write) : write(best),
    span: differs ? range(point, write) : 'none',
    day: dayText(point, scene),
    // ICU takes no hyphen in a word to select by.
    count: basis === 'partial-week' ? 'partial' : (basis ?? 'reported').replace('-', ''),
    weeks: weeksSince(point, at),
  }
}
