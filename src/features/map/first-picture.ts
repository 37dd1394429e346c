import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Ground } from '#figures/map/ground.ts'
import { stretchesOf } from '#figures/map/stretches.ts'
import { corridorDrawing, roadsOf } from './corridor-drawing.ts'
import { groundDrawing } from './ground-drawing.ts'
import { homeOf, openingView } from './opening-view.ts'
import { colorOf, grain, onColors } from './palette.ts'

type Given = {
  ground: Ground
  corridors: readonly Corridor[]
  legs: readonly Leg[]
  states: readonly CorridorState[]
}

/**
 * Draws in `stage` what the map will show once it is there, in the same place and size: the ground and the ways in. It is a
 * picture, on one canvas, and needs nothing of the map's code but what draws.
 */
export function drawFirstPicture(stage: HTMLElement, given: Given): void {
  const legs = new Map(given.legs.map((leg) => [leg.id, leg]))
  const home = homeOf(given.corridors, legs)
  const roads = roadsOf(stretchesOf(given.states, given.corridors, legs))
  const drawings = [groundDrawing(given.ground), corridorDrawing(roads, null)]
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return

  function draw(pen: CanvasRenderingContext2D) {
    const { clientWidth: width, clientHeight: height } = stage
    const dots = grain()
    canvas.width = Math.round(width * dots)
    canvas.height = Math.round(height * dots)
    const { zoom, corner } = openingView(home, { width, height })
    const scale = 2 ** zoom
    const place = (k: number) => pen.setTransform(k, 0, 0, k, -dots * corner.x, -dots * corner.y)
    const frame = {
      left: corner.x,
      top: corner.y,
      right: corner.x + width,
      bottom: corner.y + height,
    }
    for (const drawing of drawings) {
      pen.save()
      place(dots * scale)
      drawing({ context: pen, zoom, scale, colorOf, frame, inPixels: () => place(dots) })
      pen.restore()
    }
  }

  draw(context)
  stage.prepend(canvas)
  const stop = onColors(() => (canvas.isConnected ? draw(context) : stop()))
  const isOfOldSize = () =>
    canvas.width !== Math.round(stage.clientWidth * grain()) ||
    canvas.height !== Math.round(stage.clientHeight * grain())
  new ResizeObserver((_, observer) => {
    if (!canvas.isConnected) observer.disconnect()
    // It is told of the first size too, which is drawn already.
    else if (isOfOldSize()) draw(context)
  }).observe(stage)
}
