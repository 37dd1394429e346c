import { onWorld, WORLD } from '#figures/map/ground.ts'
import type { Chain, Ground } from '#figures/map/ground.ts'
import { BOX } from './extent.ts'
import type { Draw } from './sheet.ts'

const REGIONS_FROM_ZOOM = 6

/** Land, borders and water, under everything else. */
export function groundDrawing(ground: Ground): Draw {
  // Made by the first drawing: where nothing can draw there is no path either.
  const paths = new Map<readonly Chain[], Path2D>()
  const pathOf = (chains: readonly Chain[]) => {
    const path = paths.get(chains) ?? traced(ground, chains)
    paths.set(chains, path)
    return path
  }
  return ({ context, zoom, scale, colorOf }) => {
    const fill = (path: Path2D, color: string) => {
      context.fillStyle = colorOf(color)
      context.fill(path, 'evenodd')
    }
    const line = (chains: readonly Chain[], color: string, weight: number) => {
      context.strokeStyle = colorOf(color)
      context.lineWidth = weight / scale
      context.stroke(pathOf(chains))
    }
    context.lineJoin = 'round'
    fill(pathOf(ground.land), '--land')
    fill(pathOf(ground.focus), '--land-focus')
    if (zoom >= REGIONS_FROM_ZOOM) line(ground.regions, '--region', 0.75)
    line(ground.rivers, '--water', 1.25)
    fill(pathOf(ground.lakes), '--water')
    fill(beyond(), '--paper')
    line(ground.borders, '--border', 1)
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
