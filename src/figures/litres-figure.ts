import type { Line, Reference, Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { number, range } from '#i18n/format.ts'
import { amount } from './amount.ts'
import { axisUpTo } from './axes.ts'
import { drawingOf, panelOf } from './drawing-of.ts'
import type { Drawing, FigureLine, Level, Panel, Scene } from './figure.ts'
import { highest, labelsOf, latestAmong, lineOf, linesOf, weeksSince } from './line-of.ts'
import { dayText, noneReported } from './phrases.ts'

/** Million litres received a week against the published needs, and the days they would cover. */
export function litresDrawing(series: Series, scene: Scene): Drawing {
  const { say } = scene
  const volumes = linesOf(series, (key) => key !== 'cover')
  const cover = linesOf(series, (key) => key === 'cover')
  const needs = series.references.filter(({ unit }) => unit === 'litres')
  const top = Math.max(highest(volumes), ...needs.map(({ value }) => value))
  const panels: Panel[] = [
    panelOf({
      id: 'litres',
      unit: say('charts.litres.unit'),
      share: 0.68,
      ...axisUpTo(top, 4, 'litres', scene),
      lines: volumes.map((line) => volume(line, scene)),
      labels: labelsOf(
        volumes.flatMap(({ key, points }) => (key === 'received' ? points : [])),
        'litres',
        scene,
      ),
      levels: needs.map((need) => level(need, scene)),
    }),
    panelOf({
      id: 'cover',
      title: say('charts.litres.cover'),
      unit: '',
      share: 0.32,
      ...axisUpTo(highest(cover), 2, 'days', scene),
      lines: cover.map((line) =>
        lineOf(
          line,
          { name: say('charts.litres.cover.name'), role: 'ranges', colour: '--status-escort' },
          scene,
        ),
      ),
    }),
  ]
  return drawingOf(series, panels, say('charts.litres.subtitle'), scene)
}

function volume(line: Line, scene: Scene): FigureLine {
  return line.key === 'customs'
    ? lineOf(
        line,
        { name: scene.say('charts.litres.customs'), role: 'step', colour: '--ink-2', dashed: true },
        scene,
      )
    : lineOf(
        line,
        { name: scene.say('charts.litres.received'), role: 'bars', colour: '--accent' },
        scene,
      )
}

function level({ value, source, url }: Reference, scene: Scene): Level {
  const need = amount(value, 'litres', scene)
  return { value, label: scene.say('charts.litres.need', { need, source }), url }
}

/** "34.9 million litres received in the week of 26 January, 62–94 % of the published weekly need"; none of a part of a week */
export function litresTitle(series: Series, scene: Scene, at: Day): string {
  const { say, lang } = scene
  const latest = latestAmong(
    linesOf(series, (key) => key === 'received'),
    at,
  )
  if (!latest) return noneReported('charts.litres.none', scene, at)
  const { point } = latest
  const litres = point.best ?? point.high ?? point.low ?? 0
  const ratios = series.references
    .filter(({ unit, value }) => unit === 'litres' && value > 0)
    .map(({ value }) => litres / value)
  // Published needs are of a whole week: a part of one is a share of no need.
  const hasShare = ratios.length > 0 && point.basis !== 'partial-week'
  const share = { low: Math.min(...ratios), best: null, high: Math.max(...ratios) }
  return say('charts.litres.title', {
    n: litres / 1e6,
    litres: number(litres / 1e6, lang, 1),
    day: dayText(point, scene),
    count: point.basis === 'partial-week' ? 'partial' : (point.basis ?? 'reported'),
    share: !hasShare
      ? 'none'
      : say('charts.percent', {
          // Kept on one line.
          range: range(share, (value) => number(value * 100, lang, 0)).replace(
            '–',
            '\u2060–\u2060',
          ),
        }),
    weeks: weeksSince(point, at),
  })
}
