import { WIDTHS } from '#contract/embed.ts'
import type { ReadyChart } from './chart.ts'

/** Width and height that a picture of ours says of itself, px. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  if (width === undefined || height === undefined)
    throw new Error('A picture does not say its size.')
  return { width: Number(width), height: Number(height) }
}

/** What the frame has beside what a picture of the chart has: the row of links and the closed table. */
const LINKS_AND_TABLE = 64

/** The height that a frame of this width is about to need, px: what stands in it is what stands in the picture. */
export function frameHeight(
  { svg }: Pick<ReadyChart, 'svg'>,
  width: number,
  height: number | null,
): number {
  const within = Math.min(WIDTHS.max, Math.max(WIDTHS.min, width))
  const options = {
    theme: 'light',
    standalone: true,
    frame: 'whole',
    id: 'size',
    foot: [],
  } as const
  const usual = sizeOf(svg({ ...options, width: within, height: null })).height
  const drawing = (of: number | null) =>
    sizeOf(svg({ ...options, frame: 'drawing', width: within, height: of })).height
  const more = height === null ? 0 : drawing(height) - drawing(null)
  return usual + more + LINKS_AND_TABLE
}
