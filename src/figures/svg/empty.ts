import type { Figure } from '#figures/figure.ts'
import { wrap } from './measure.ts'
import { text } from './sheet.ts'
import type { Block, Sheet } from './sheet.ts'
import { el } from './xml.ts'

/** A figure that cannot be had says which input is missing, in the room the drawing would have had. */
export function emptyPlot(sheet: Sheet, figures: readonly Figure[], height: number): Block {
  const { say } = sheet.scene
  const missing = [...new Set(figures.flatMap((figure) => figure.missing))]
  const { text: size } = sheet.type
  const room = sheet.width - 32
  const lines = [
    ...wrap(say('charts.empty'), 'strong', size, room).map((words) => ({
      words,
      face: 'strong' as const,
    })),
    ...(missing.length === 0
      ? []
      : wrap(`${say('charts.empty.what')} ${missing.join(', ')}.`, 'sans', size, room).map(
          (words) => ({ words, face: 'sans' as const }),
        )),
  ]
  const leading = size * 1.4
  return {
    height,
    draw: (y) =>
      el('rect', { class: 'empty', y, width: sheet.width, height, fill: sheet.colour('--wash') }) +
      lines
        .map(({ words, face }, index) =>
          text(
            sheet,
            sheet.width / 2,
            y + height / 2 + (index - (lines.length - 1) / 2) * leading,
            words,
            {
              size,
              face,
              anchor: 'middle',
              colour: '--ink',
            },
          ),
        )
        .join(''),
  }
}
