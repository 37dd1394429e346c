import { altText } from './alt-text.ts'
import { creditOf } from './credit-of.ts'
import type { Figure } from './figure.ts'
import { emptyPlot } from './svg/empty.ts'
import { framed } from './svg/frame.ts'
import { legend } from './svg/legend.ts'
import { markOf } from './svg/mark.ts'
import { notesKey } from './svg/notes.ts'
import { plot, plotHeight } from './svg/plot.ts'
import { sheetOf, stack } from './svg/sheet.ts'
import type { Block, Sheet, SvgOptions } from './svg/sheet.ts'

/** Below this a drawing cannot be read, whatever height is asked for. */
const LEAST = 150

/**
 * A figure, or two that face each other (arrivals and losses), as a picture: the same bytes for the same figure
 * and options. Text is laid out by the widths of a font, so nothing of a browser is needed.
 */
export function toSvg(figures: readonly [Figure, ...Figure[]], options: SvgOptions): string {
  const sheet = sheetOf(options)
  const [lead, ...others] = figures
  return framed(
    sheet,
    options,
    {
      mark: markOf(figures),
      title: lead.title,
      others: others.map(({ title }) => title),
      subtitle: figures.map(({ subtitle }) => subtitle).join(' '),
      credit: creditOf(figures, options.scene, []),
      alt: altText(figures, options.scene),
    },
    (height) => body(sheet, figures, options.frame, height),
  )
}

function body(
  sheet: Sheet,
  figures: readonly [Figure, ...Figure[]],
  frame: SvgOptions['frame'],
  height: number | null,
): Block {
  const usual = plotHeight(sheet, figures)
  if (figures.every(({ empty }) => empty))
    return emptyPlot(sheet, figures, Math.max(LEAST, height ?? usual * 0.7))
  const key = legend(sheet, figures)
  const hasNotes = frame === 'whole' && figures[0].notes.length > 0
  const notes = hasNotes ? notesKey(sheet, figures[0].notes) : { height: 0, draw: () => '' }
  const gap = { key: key.height > 0 ? 8 : 0, notes: hasNotes ? 10 : 0 }
  const taken = key.height + notes.height + gap.key + gap.notes
  const room = height === null ? usual : Math.max(LEAST, height - taken)
  return stack([
    { ...key, gap: 0 },
    { ...plot(sheet, figures, room), gap: gap.key },
    { ...notes, gap: gap.notes },
  ])
}
