import type { Note } from '#figures/figure.ts'
import { shortDay } from '#i18n/format.ts'
import { paragraph } from './prose.ts'
import { numberSign } from './events.ts'
import type { Block, Sheet } from './sheet.ts'
import { el } from './xml.ts'

/** What the numbered marks stand for, in as many columns as can be read. */
export function notesKey(sheet: Sheet, notes: readonly Note[]): Block {
  const { small: size, tick } = sheet.type
  const columns = Math.min(notes.length, sheet.width < 480 ? 1 : sheet.width < 780 ? 2 : 3)
  const gap = 18
  const sign = tick * 1.36 + 6
  const width = (sheet.width - (columns - 1) * gap) / columns
  const items = notes.map(({ number, day, text }) => ({
    number,
    body: paragraph(
      sheet,
      [
        { text: shortDay(day, sheet.scene.lang, false), face: 'strong' },
        { text: ` ${text}`, face: 'sans' },
      ],
      { size, leading: size * 1.38, colour: '--ink-2', width: width - sign },
    ),
  }))
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  )
  const heights = rows.map((row) => Math.max(...row.map(({ body }) => body.height)) + 3)
  return {
    height: heights.reduce((sum, each) => sum + each, 0),
    draw: (top) => {
      let y = top
      return rows
        .map((row, index) => {
          const drawn = row.map(({ number, body }, column) => {
            const x = column * (width + gap)
            const disc = numberSign(sheet, x + tick * 0.68, y + size * 0.69, number)
            return (
              disc +
              el(
                'g',
                { transform: `translate(${Math.round((x + sign) * 100) / 100} 0)` },
                body.draw(y),
              )
            )
          })
          y += heights[index] ?? 0
          return drawn.join('')
        })
        .join('')
    },
  }
}
