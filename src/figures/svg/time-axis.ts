import { startX } from '#figures/figure.ts'
import type { Drawing } from '#figures/figure.ts'
import { widthOf } from './measure.ts'
import { timeScale } from './scales.ts'
import type { Area } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { el, path } from './xml.ts'

const APART = 8

/** Days under the drawing: a stroke at each tick, and as many labels as stand clear of one another. */
export function timeAxis(
  sheet: Sheet,
  { window, xTicks }: Pick<Drawing, 'window' | 'xTicks'>,
  { left, right, bottom }: Area,
): string {
  const size = sheet.type.tick
  const x = timeScale(window, { left, right })
  const ticks = xTicks.map(({ day, label }) => {
    const half = widthOf(label, 'sans', size) / 2
    const at = x(startX(day))
    // A label at the edge moves in, so that it is not cut off.
    const middle = Math.min(sheet.width - half, Math.max(half, at))
    return {
      at,
      label,
      middle,
      left: middle - half,
      right: middle + half,
      isYear: /^\d{4}$/.test(label),
    }
  })
  const shown = ticks.filter((_, index) => everyThatFits(ticks).has(index))
  const strokes = ticks.map(({ at }) => path('M', at, bottom, 'v', 4)).join('')
  return el(
    'g',
    { class: 'days' },
    el('path', { d: strokes, stroke: sheet.colour('--line-strong') }),
    ...shown.map(({ middle, label, isYear }) =>
      text(sheet, middle, bottom + size * 1.45, label, {
        size,
        anchor: 'middle',
        colour: '--ink-2',
        face: isYear ? 'strong' : 'sans',
      }),
    ),
  )
}

type Label = { left: number; right: number; isYear: boolean }

/** Every label, or every second, third …, counted from where the year turns, whichever first leaves them apart. */
function everyThatFits(labels: readonly Label[]): Set<number> {
  const anchor = Math.max(
    0,
    labels.findIndex(({ isYear }) => isYear),
  )
  for (let step = 1; step < labels.length; step++) {
    const kept = [...labels.keys()].filter((index) => (index - anchor) % step === 0)
    const isClear = kept.every((index, place) => {
      const before = labels[kept[place - 1] ?? -1]
      return !before || before.right + APART <= (labels[index]?.left ?? 0)
    })
    if (isClear) return new Set(kept)
  }
  return new Set([anchor])
}
