import { onWorld, WORLD } from '#figures/map/ground.ts'
import type { Chain, Ground } from '#figures/map/ground.ts'
import { BOX } from './extent.ts'
import type { Draw, Pen } from './sheet.ts'

const REGIONS_FROM_ZOOM = 6

/** Land, borders and water, under everything else. */
export function groundDrawing(ground: Ground): Draw {
  const { pathOf, fill, line } = strokesOf(ground)
  return (pen) => {
    pen.context.lineJoin = 'round'
    fill(pen, pathOf(ground.land), '--land')
    fill(pen, pathOf(ground.focus), '--land-focus')
    if (pen.zoom >= REGIONS_FROM_ZOOM) line(pen, ground.regions, '--region', 0.75)
    line(pen, ground.rivers, '--water', 1.25)
    fill(pen, pathOf(ground.lakes), '--water')
    fill(pen, beyond(), '--paper')
    line(pen, ground.borders, '--border', 1)
  }
}

/** What of it is drawn over the tiles of a deployment: they have land and water of their own, which ours would hide. */
export function edgesDrawing(ground: Ground): Draw {
  const { fill, line } = strokesOf(ground)
  return (pen) => {
    pen.context.lineJoin = 'round'
    fill(pen, beyond(), '--paper')
    line(pen, ground.borders, '--border', 1)
  }
}

function strokesOf(ground: Ground) {
  // Made by the first drawing: where nothing can draw there is no path either.
  const paths = new Map<readonly Chain[], Path2D>()
  const pathOf = (chains: readonly Chain[]) => {
    const path = paths.get(chains) ?? traced(ground, chains)
    paths.set(chains, path)
    return path
  }
  return {
    pathOf,
    fill: ({ context, colorOf }: Pen, path: Path2D, color: string) => {
      context.fillStyle = colorOf(color)
      context.fill(path, 'evenodd')
    },
    line: (pen: Pen, chains: readonly Chain[], color: string, weight: number) => {
      const { context, scale, colorOf } = pen
      context.strokeStyle = colorOf(color)
      context.lineWidth = weight / scale
      context.stroke(pathOf(chains))
    },
  }
}

function traced({ arcs }: Ground, chains: readonly Chain[]): Path2D {
  const path = new Path2D()
  for (const chain of chains) {
    let isBegun = false
    for (const id of chain) {
      const points = arcs[id < 0 ? ~id : id] ?? new Float32Array()
      for (let i = 0; i < points.length; i += 2) {
        const at = id < 0 ? points.length - 2 - i : i
        const [x, y] = [points[at] as number, points[at + 1] as number]
        if (isBegun) path.lineTo(x, y)
        else path.moveTo(x, y)
        isBegun = true
      }
    }
  }
  return path
}

/** All of the world but the sheet. */
function beyond(): Path2D {
  const path = new Path2D()
  const [[south, west], [north, east]] = BOX
  const [from, to] = [onWorld(west, north), onWorld(east, south)]
  path.rect(0, 0, WORLD, WORLD)
  path.rect(from.x, from.y, to.x - from.x, to.y - from.y)
  return path
}
