import { endX, startX } from '#figures/figure.ts'
import type { Figure } from '#figures/figure.ts'
import { shortDay } from '#i18n/format.ts'
import { timeScale } from './scales.ts'
import type { Area } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { el, path } from './xml.ts'

/** The numbered events: the figure over a dashed line through all panels. */
export function noteLines(sheet: Sheet, { notes, window }: Figure, area: Area): string {
  const x = timeScale(window, area)
  return notes
    .map(({ number, day }) => {
      const at = x(startX(day) + 0.5)
      const r = sheet.type.tick * 0.68
      return el(
        'g',
        { class: 'note' },
        el('path', {
          d: path('M', at, 2 * r, 'V', area.bottom),
          stroke: sheet.colour('--line-strong'),
          'stroke-dasharray': '3 3',
        }),
        numberSign(sheet, at, r, number),
      )
    })
    .join('')
}

/** A number in a disc, as on the drawing and in the key of events. */
export function numberSign(sheet: Sheet, x: number, y: number, number: number): string {
  const size = sheet.type.tick
  return (
    el('circle', { cx: x, cy: y, r: size * 0.68, fill: sheet.colour('--ink-2') }) +
    text(sheet, x, y + size * 0.33, String(number), {
      size: size * 0.92,
      face: 'strong',
      anchor: 'middle',
      colour: '--paper',
    })
  )
}

/** The moment that the title speaks of, where the window goes on after it. */
export function moment(sheet: Sheet, { at, window }: Figure, area: Area): string {
  const [first, last] = [startX(window.from), endX(window.to)]
  const isInside = startX(at) > first && startX(at) < last - (last - first) * 0.03
  if (!isInside) return ''
  const x = timeScale(window, area)(startX(at) + 0.5)
  const size = sheet.type.tick
  const isLeft = x < (area.left + area.right) / 2
  return (
    el('path', {
      d: path('M', x, area.top - 12, 'V', area.bottom),
      stroke: sheet.colour('--ink-3'),
    }) +
    text(sheet, x + (isLeft ? 4 : -4), area.top - 3, shortDay(at, sheet.scene.lang, false), {
      size,
      anchor: isLeft ? 'start' : 'end',
      colour: '--ink',
      halo: true,
    })
  )
}
