import type { Metric } from '#domain/series.ts'
import type { Panel } from '#figures/figure.ts'

/** Frames in the order they are read, and the height of what is drawn in each, in px. */
export const FRAMES: readonly { metrics: readonly [Metric, ...Metric[]]; height: number }[] = [
  { metrics: ['wait'], height: 220 },
  { metrics: ['prices'], height: 300 },
  { metrics: ['arrivals', 'losses'], height: 330 },
  { metrics: ['litres'], height: 300 },
  { metrics: ['stations'], height: 300 },
]

/** Strips above a panel: the numbered marks over the first, its name over each other. */
export const NOTES_HEIGHT = 22
export const PANEL_TITLE_HEIGHT = 20
export const TIME_AXIS_HEIGHT = 20

/** Gutter of the value axis; on the right, room for the half of a label, or for names at the ends of lines. */
export const LEFT = 42
/** Rows have their names in the gutter instead of values. */
export const LEFT_OF_ROWS = 88
export const RIGHT = 14
export const RIGHT_WITH_NAMES = 128
/** From here on names stand at the ends of lines. The style sheet says the same, to hide them in the key. */
export const WIDE = 560

export type Row = { panel: Panel; height: number; hasTimeAxis: boolean }

/** True for a panel whose name stands above it; rows have theirs beside. */
export function isTitled({ title, isRow }: Panel): boolean {
  return title !== null && !isRow
}

/** Divides the height of a frame among its panels, so that what is drawn never changes the frame's size. */
export function rowsOf(panels: readonly Panel[], height: number): Row[] {
  const titles = panels.filter(isTitled).length * PANEL_TITLE_HEIGHT
  const room = height - NOTES_HEIGHT - TIME_AXIS_HEIGHT - titles
  const shares = panels.reduce((total, { share }) => total + share, 0)
  return panels.map((panel, index) => {
    const hasTimeAxis = index === panels.length - 1
    return {
      panel,
      hasTimeAxis,
      height: Math.floor((room * panel.share) / shares) + (hasTimeAxis ? TIME_AXIS_HEIGHT : 0),
    }
  })
}
