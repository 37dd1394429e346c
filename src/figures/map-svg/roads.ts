import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState, CorridorStatus } from '#domain/corridor-status.ts'
import { crossesAlong } from '#figures/map/crosses.ts'
import { stretchesOf } from '#figures/map/stretches.ts'
import type { Stretch } from '#figures/map/stretches.ts'
import { lineLook, widthOf } from '#figures/map/strokes.ts'
import type { Stroke } from '#figures/map/strokes.ts'
import type { Sheet } from '#figures/svg/sheet.ts'
import { el, path } from '#figures/svg/xml.ts'
import { lineOf } from './plan.ts'
import type { Plan } from './plan.ts'

/** What a map draws its roads from, the same answers as the screen's. */
export type Roads = {
  states: readonly CorridorState[]
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
}

/** The ways in, each stretch with the look of its status; trouble lies over calm. */
export function drawRoads(sheet: Sheet, { states, corridors, legs }: Roads, plan: Plan): string {
  return stretchesOf(states, corridors, legs)
    .map((stretch, index) => drawStretch(sheet, stretch, plan, `${sheet.id}-road${index}`))
    .join('')
}

/** Thinner where a degree has few pixels: a line four pixels wide would hide the towns it joins. */
export function roadScale({ pixelsPerDegree }: Plan): number {
  return Math.min(1.25, Math.max(0.62, pixelsPerDegree / 34))
}

/** The line is written once and drawn as often as it has strokes. */
function drawStretch(sheet: Sheet, stretch: Stretch, plan: Plan, id: string): string {
  const { status, lastKnown, priority, byHand, lines, axis } = stretch
  const d = lines
    .map((line) =>
      lineOf(
        line.map(([lat, lon]) => [lon, lat]),
        plan,
      ),
    )
    .join('')
  const { strokes, crossed } = lineLook(
    status,
    lastKnown,
    widthOf(priority, byHand) * roadScale(plan),
  )
  return el(
    'g',
    { class: `road ${status}`, 'data-axis': axis, fill: 'none', 'stroke-linejoin': 'round' },
    el('defs', {}, el('path', { id, d })),
    ...strokes.map((stroke) => el('use', { href: `#${id}`, ...look(sheet, stroke) })),
    crossed ? crosses(sheet, stretch, plan) : '',
  )
}

/** Strokes name their colours as a style sheet does. */
function look(sheet: Sheet, { color, weight, opacity, dashArray, lineCap }: Stroke) {
  return {
    stroke: sheet.colour(color.replace(/^var\((.*)\)$/, '$1')),
    'stroke-width': weight,
    'stroke-opacity': opacity === 1 ? null : opacity,
    'stroke-dasharray': dashArray,
    'stroke-linecap': lineCap === 'round' ? 'round' : null,
  }
}

function crosses(sheet: Sheet, { lines, status }: Stretch, plan: Plan): string {
  const arm = 4.5 * roadScale(plan)
  const d = lines
    .flatMap((line) => {
      const pixels = line.map(([lat, lon]) => {
        const { x, y } = plan.project({ lat, lon })
        return [x, y] as const
      })
      return crossesAlong(pixels, 56, arm)
    })
    .map(([[x, y], [toX, toY]]) => path('M', x, y, 'L', toX, toY))
    .join('')
  return (
    el('path', {
      d,
      stroke: sheet.colour('--land-focus'),
      'stroke-width': 5,
      'stroke-opacity': 0.9,
    }) + el('path', { d, stroke: sheet.colour(`--status-${status}`), 'stroke-width': 2.25 })
  )
}

/** A short piece of the line of a status, with the strokes of the map itself; its middle is at `y`. */
export function roadSample(
  sheet: Sheet,
  {
    status,
    lastKnown,
    width,
  }: { status: CorridorStatus; lastKnown: CorridorStatus | null; width: number },
  { x, y, long }: { x: number; y: number; long: number },
): string {
  const { strokes, crossed } = lineLook(status, lastKnown, width)
  const drawn = strokes.map((stroke) => {
    const inset = stroke.lineCap === 'round' ? 3 : 0
    return el('path', { d: path('M', x + inset, y, 'h', long - 2 * inset), ...look(sheet, stroke) })
  })
  const middle = x + long / 2
  const cross = el('path', {
    d: path('M', middle - 4, y - 4, 'l', 8, 8, 'm', 0, -8, 'l', -8, 8),
    stroke: sheet.colour(`--status-${status}`),
    'stroke-width': 2,
  })
  return el('g', { fill: 'none' }, ...drawn, crossed ? cross : '')
}
