import { ticksShown } from '#figures/drawn/ticks-shown.ts'
import type { Panel } from '#figures/figure.ts'
import { bars, uncounted } from './bars.ts'
import { curve } from './curves.ts'
import { gauges } from './gauges.ts'
import { barLabels } from './bar-labels.ts'
import { endNames } from './end-names.ts'
import { drawLevelNames, levelNames } from './level-names.ts'
import { points } from './points.ts'
import type { Scales } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { el, path } from './xml.ts'

/** Grid and values of a panel: what everything else lies on. */
export function ground(sheet: Sheet, panel: Panel, { area, y }: Scales): string {
  const { left, right, bottom, top } = area
  const size = sheet.type.tick
  const strong = sheet.colour('--line-strong')
  const zero = el('path', { d: path('M', left, y(0), 'H', right), stroke: strong })
  if (panel.isRow) return zero
  const ticks = ticksShown(panel, bottom - top)
  const grid = ticks
    .filter(({ value }) => value !== 0)
    .map(({ value }) =>
      el('path', { d: path('M', left, y(value), 'H', right), stroke: sheet.colour('--line') }),
    )
  const values = ticks.map(({ value, label }) =>
    text(sheet, left - 6, y(value) + size * 0.36, label, {
      size,
      anchor: 'end',
      colour: '--ink-2',
    }),
  )
  return el('g', { class: 'grid' }, ...grid, zero) + el('g', { class: 'values' }, ...values)
}

/** Everything that was reported, in the order in which it may lie over one another. */
export function marks(sheet: Sheet, panel: Panel, scales: Scales): string {
  const { lines, levels, down } = panel
  const { left, right } = scales.area
  const names = levelNames(sheet, panel, scales)
  const stacked = lines.filter(({ role }) => role === 'bars')
  const drawn = {
    levels: levels.map(({ value }) =>
      el('path', {
        class: 'level',
        d: path('M', left, scales.y(value), 'H', right),
        stroke: sheet.colour('--ink-2'),
        'stroke-dasharray': '2 3',
      }),
    ),
    bars: el('g', { class: 'bars' }, bars(sheet, stacked, scales)),
    others: lines.map((line) => {
      switch (line.role) {
        case 'line':
        case 'step':
          return curve(sheet, line, scales)
        case 'gauges':
          return gauges(sheet, line, scales)
        case 'bars':
        case 'points':
        case 'ranges':
          return ''
      }
    }),
    // Reported values stand over the curves.
    points: lines
      .filter(({ role }) => role === 'points' || role === 'ranges')
      .map((line) => points(sheet, line, scales)),
  }
  return [
    ...drawn.levels,
    stacked.length > 0 ? drawn.bars : '',
    ...drawn.others,
    ...drawn.points,
    uncounted(sheet, lines, scales, down),
    barLabels(
      sheet,
      panel,
      scales,
      names.map(({ box }) => box),
    ),
    drawLevelNames(sheet, names),
    scales.area.right < sheet.width - 40 ? endNames(sheet, panel, scales) : '',
  ].join('')
}
