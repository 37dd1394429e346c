import type { Drawing } from '#figures/figure.ts'
import { legendOf } from '#figures/legend-of.ts'
import { patternId } from './bars.ts'
import { NAMES_FROM_WIDTH } from './end-names.ts'
import { widthOf, wrap } from './measure.ts'
import { lineSwatch, stateSwatch, swatchWidth } from './shapes.ts'
import { text } from './sheet.ts'
import type { Block, Sheet } from './sheet.ts'

/** One sign of a key and what it means; the sign is drawn with its middle at `y`. */
export type Key = { words: string; width: number; sign: (x: number, y: number) => string }

const AFTER_SIGN = 5
const BETWEEN = 14

/** The key of a figure: what each line is, and what lighter, hatched and hollow bars mean. */
export function legend(sheet: Sheet, drawings: readonly Drawing[]): Block {
  const { entries, states } = legendOf(drawings)
  return keys(sheet, [
    ...entries
      // A wide drawing names them where they end.
      .filter(({ isNamedAtEnd }) => !isNamedAtEnd || sheet.width < NAMES_FROM_WIDTH)
      .map(({ line }): Key => ({
        words: line.short,
        width: swatchWidth(line),
        sign: (x, y) => lineSwatch(sheet, line, x, y, patternId(sheet, line.texture)),
      })),
    ...states.map((state): Key => ({
      words: sheet.scene.say(`charts.legend.${state}`),
      width: swatchWidth({ role: 'bars' }),
      sign: (x, y) => stateSwatch(sheet, state, x, y, patternId(sheet, 'hatch')),
    })),
  ])
}

/** Signs and their words in rows, as many on each as fit. */
export function keys(sheet: Sheet, all: readonly Key[]): Block {
  const size = sheet.type.small
  const leading = size + 6.5
  let [x, row] = [0, 0]
  const placed = all.map((key) => {
    const lines = wrap(key.words, 'sans', size, sheet.width - key.width - AFTER_SIGN)
    const room =
      key.width + AFTER_SIGN + Math.max(...lines.map((line) => widthOf(line, 'sans', size)))
    if (x > 0 && x + room > sheet.width) [x, row] = [0, row + 1]
    const place = { key, lines, x, row }
    if (lines.length > 1) [x, row] = [0, row + lines.length]
    else x += room + BETWEEN
    return place
  })
  return {
    height: all.length === 0 ? 0 : (x === 0 ? row : row + 1) * leading,
    draw: (top) =>
      placed
        .map(({ key, lines, x, row }) => {
          const middle = top + (row + 0.5) * leading
          const words = lines.map((line, index) =>
            text(sheet, x + key.width + AFTER_SIGN, middle + size * 0.36 + index * leading, line, {
              size,
              colour: '--ink-2',
            }),
          )
          return key.sign(x, middle) + words.join('')
        })
        .join(''),
  }
}
