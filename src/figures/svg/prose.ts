import { balance, wrapRuns } from './measure.ts'
import type { Run } from './measure.ts'
import { fontOf, text } from './sheet.ts'
import type { Block, Sheet } from './sheet.ts'
import { el, escapeXml } from './xml.ts'

type Style = { size: number; leading: number; colour: string; width: number }

/** A paragraph, in one font or several. Bold runs take the colour of text one step stronger. */
export function paragraph(sheet: Sheet, runs: readonly Run[], style: Style): Block {
  const { size, leading, colour, width } = style
  const lines = wrapRuns(runs, size, width)
  return {
    height: lines.length * leading,
    draw: (y) =>
      el(
        'g',
        { 'font-size': size, fill: sheet.colour(colour) },
        ...lines.map((line, index) =>
          el(
            'text',
            { y: y + (index + 0.5) * leading + size * 0.36 },
            ...line.map(({ text: words, face }) => run(sheet, words, face)),
          ),
        ),
      ),
  }
}

function run(sheet: Sheet, words: string, face: Run['face']): string {
  if (face === 'sans') return escapeXml(words)
  return el('tspan', { ...fontOf(sheet, face), fill: sheet.colour('--ink-2') }, escapeXml(words))
}

/** A title in the serif face, its lines about as long as one another. */
export function headline(sheet: Sheet, words: string, size: number): Block {
  const lines = balance(words, 'serif', size, sheet.width)
  const leading = size * 1.22
  return {
    height: lines.length * leading,
    draw: (y) =>
      lines
        .map((line, index) =>
          text(sheet, 0, y + (index + 0.5) * leading + size * 0.36, line, {
            size,
            face: 'serif',
            colour: '--ink',
          }),
        )
        .join(''),
  }
}
