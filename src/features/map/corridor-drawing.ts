import type { Axis } from '#domain/corridor.ts'
import { crossesAlong } from '#figures/map/crosses.ts'
import { onWorld } from '#figures/map/ground.ts'
import { distanceTo, simplified } from '#figures/map/near-line.ts'
import type { Point } from '#figures/map/near-line.ts'
import type { Stretch } from '#figures/map/stretches.ts'
import { lineLook, widthOf } from '#figures/map/strokes.ts'
import type { Draw, Pen } from './sheet.ts'

/** Half of what a finger needs: four pixels are no target for it. */
const REACH = 11

/** The lines of a stretch, on the world at zoom 0. */
export type Road = { stretch: Stretch; lines: Point[][] }

export function roadsOf(stretches: readonly Stretch[]): Road[] {
  return stretches.map((stretch) => ({
    stretch,
    lines: stretch.lines.map((line) => line.map(([lat, lon]) => onWorld(lon, lat))),
  }))
}

/** Each stretch with the strokes of its status, from the best to the worst; the one that is `lit` broader. */
export function corridorDrawing(roads: readonly Road[], lit: Axis | null): Draw {
  return (pen) => {
    const { zoom } = pen
    const size = zoom < 6 ? 0.8 : zoom < 8 ? 1 : 1.25
    for (const { stretch, lines } of roads) {
      const { status, lastKnown, priority, byHand, axis } = stretch
      const width = widthOf(priority, byHand) * size * (axis === lit ? 1.4 : 1)
      const { strokes, crossed } = lineLook(status, lastKnown, width)
      const drawn = lines.map((line) => simplified(line, 1 / pen.scale))
      const path = pathOf(drawn)
      pen.context.lineJoin = 'round'
      for (const stroke of strokes) strokeWith(pen, path, stroke)
      if (crossed) crossOut(pen, drawn, `--status-${status}`)
    }
  }
}

/** A broad faint line over the roads that convoys have come by. */
export function convoyRoadsDrawing(lines: readonly (readonly Point[])[]): Draw | null {
  if (lines.length === 0) return null
  return (pen) => {
    pen.context.lineJoin = 'round'
    const look = { color: '--ink', weight: 13, opacity: 0.15, lineCap: 'round' } as const
    strokeWith(pen, pathOf(lines), { ...look, dashArray: null })
  }
}

/** The axis of the road at a point of the world, in pixels of a zoom; the one drawn last where several lie there. */
export function axisAt(roads: readonly Road[], at: Point, scale: number): Axis | null {
  const point = { x: at.x / scale, y: at.y / scale }
  const isHit = ({ lines }: Road) => lines.some((line) => distanceTo(line, point) <= REACH / scale)
  return roads.findLast(isHit)?.stretch.axis ?? null
}

function pathOf(lines: readonly (readonly Point[])[]): Path2D {
  const path = new Path2D()
  for (const line of lines) {
    const [first, ...others] = line
    if (first) path.moveTo(first.x, first.y)
    for (const { x, y } of others) path.lineTo(x, y)
  }
  return path
}

function strokeWith(
  { context, scale, colorOf }: Pen,
  path: Path2D,
  look: ReturnType<typeof lineLook>['strokes'][number],
): void {
  context.strokeStyle = colorOf(look.color)
  context.globalAlpha = look.opacity
  context.lineWidth = look.weight / scale
  context.lineCap = look.lineCap
  context.setLineDash(look.dashArray?.split(' ').map((part) => Number(part) / scale) ?? [])
  context.stroke(path)
}

/** The ✕ marks keep their size and distance on the screen. */
function crossOut(pen: Pen, lines: readonly (readonly Point[])[], color: string): void {
  const { context, scale } = pen
  const crosses = new Path2D()
  for (const line of lines)
    for (const [from, to] of crossesAlong(
      line.map(({ x, y }) => [x * scale, y * scale]),
      56,
      4.5,
    )) {
      crosses.moveTo(from[0] / scale, from[1] / scale)
      crosses.lineTo(to[0] / scale, to[1] / scale)
    }
  const stroke = { lineCap: 'round', dashArray: null } as const
  strokeWith(pen, crosses, { ...stroke, color: '--land-focus', weight: 5, opacity: 0.9 })
  strokeWith(pen, crosses, { ...stroke, color, weight: 2.25, opacity: 1 })
  context.globalAlpha = 1
}
