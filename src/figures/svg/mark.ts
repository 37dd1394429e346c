import type { Figure } from '#figures/figure.ts'
import { widthOf } from './measure.ts'
import type { Area } from './scales.ts'
import type { Block, Sheet } from './sheet.ts'
import { fontOf, text } from './sheet.ts'
import { el, escapeXml } from './xml.ts'

type MayBeMarked = Figure & { mark?: string | null }

/** What a figure must carry wherever it goes, such as that its data are simulated; null for real ones. */
export function markOf(figures: readonly MayBeMarked[]): string | null {
  return figures.find(({ mark }) => mark)?.mark ?? null
}

/** The mark across the drawing, so that cutting the frame off does not take it away. */
export function markOver(sheet: Sheet, figures: readonly Figure[], area: Area): string {
  const mark = markOf(figures)
  return mark === null ? '' : markAcross(sheet, mark, area)
}

export function markAcross(sheet: Sheet, mark: string, { left, right, top, bottom }: Area): string {
  const room = { width: right - left, height: bottom - top }
  const size = Math.max(13, Math.min(44, (room.width * 0.72) / widthOf(mark, 'strong', 1)))
  const rows = Math.max(1, Math.floor(room.height / (size * 3.2)))
  const lines = Array.from({ length: rows }, (_, row) => {
    const x = (left + right) / 2
    const y = top + (room.height * (row + 0.5)) / rows
    return el(
      'text',
      { x, y, transform: `rotate(-11 ${Math.round(x)} ${Math.round(y)})` },
      escapeXml(mark),
    )
  })
  return el(
    'g',
    {
      class: 'demo-mark',
      'font-size': size,
      ...fontOf(sheet, 'strong'),
      'text-anchor': 'middle',
      fill: sheet.colour('--warn'),
      'fill-opacity': 0.2,
    },
    ...lines,
  )
}

/** The mark as the first line of the frame. */
export function markChip(sheet: Sheet, mark: string): Block {
  const size = sheet.type.small
  const height = size + 9
  return {
    height,
    draw: (y) =>
      el('rect', {
        y,
        width: widthOf(mark, 'strong', size) + 14,
        height,
        rx: 2,
        fill: sheet.colour('--warn-wash'),
        stroke: sheet.colour('--warn'),
        'stroke-width': 0.75,
      }) +
      text(sheet, 7, y + height / 2 + size * 0.36, mark, {
        size,
        face: 'strong',
        colour: '--warn',
      }),
  }
}
