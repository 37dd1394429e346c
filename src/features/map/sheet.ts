import { DomUtil } from 'leaflet'
import type { LatLng, LeafletEvent, Map as LeafletMap, Point, ZoomAnimEvent } from 'leaflet'
import { colorOf, grain, onColors } from './palette.ts'

/** What a drawing draws with, in pixels of the world at zoom 0 unless it asks for those of the screen. */
export type Pen = {
  context: CanvasRenderingContext2D
  zoom: number
  /** Pixels of the screen for one of the world at zoom 0. */
  scale: number
  colorOf: (token: string) => string
  /** From here on in pixels of the screen, on the world at the present zoom. */
  inPixels: () => void
  /** The part of the world that is drawn, in pixels of the screen at the present zoom. */
  frame: { left: number; top: number; right: number; bottom: number }
}
export type Draw = (pen: Pen) => void

/** How much more than what is seen is drawn, as a share, so that a short drag shows no edge. */
export const PADDING = 0.1

/**
 * A canvas that lies on the map and moves with it. While the map is dragged or zoomed the browser moves and stretches what
 * was drawn last; once it rests, and when colours change, all is drawn anew, once a frame however often it is asked.
 */
export class Sheet {
  readonly #map: LeafletMap
  readonly #canvas = document.createElement('canvas')
  readonly #drawings = new Map<number, Draw>()
  readonly #stop: () => void
  #frame = 0
  #drawn: { corner: Point; zoom: number } | null = null

  constructor(map: LeafletMap, name: string, z: number) {
    this.#map = map
    const pane = map.getPane(name) ?? map.createPane(name)
    pane.style.zIndex = String(z)
    pane.style.pointerEvents = 'none'
    this.#canvas.className = 'leaflet-zoom-animated'
    this.#canvas.setAttribute('aria-hidden', 'true')
    pane.append(this.#canvas)
    const events = {
      moveend: () => this.ask(),
      viewreset: () => this.ask(),
      zoom: () => this.#follow(map.getPixelOrigin(), map.getZoom()),
      zoomanim: (event: LeafletEvent) => {
        const { center, zoom } = event as ZoomAnimEvent
        this.#follow(originAt(map, center, zoom), zoom)
      },
    }
    map.on(events)
    const stopColors = onColors(() => this.#draw())
    this.#stop = () => {
      map.off(events)
      stopColors()
    }
  }

  /** Adds a drawing; higher orders lie over lower ones. Gives back how it is taken away. */
  put(order: number, draw: Draw): () => void {
    this.#drawings.set(order, draw)
    this.ask()
    return () => {
      if (this.#drawings.get(order) === draw) this.#drawings.delete(order)
      this.ask()
    }
  }

  /** Draws in the next frame. */
  ask(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw())
  }

  remove(): void {
    cancelAnimationFrame(this.#frame)
    this.#stop()
    this.#canvas.remove()
  }

  #follow(origin: Point, zoom: number): void {
    if (!this.#drawn) return
    const scale = this.#map.getZoomScale(zoom, this.#drawn.zoom)
    const offset = this.#drawn.corner.multiplyBy(scale).subtract(origin)
    DomUtil.setTransform(this.#canvas, offset, scale)
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const context = this.#canvas.getContext('2d')
    if (!context) return
    const size = this.#map.getSize()
    const min = this.#map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round()
    const { x, y } = size.multiplyBy(1 + 2 * PADDING).round()
    const zoom = this.#map.getZoom()
    const corner = this.#map.getPixelOrigin().add(min)
    const dots = grain()
    this.#drawn = { corner, zoom }
    resize(this.#canvas, x, y, dots)
    DomUtil.setTransform(this.#canvas, min, 1)
    const scale = this.#map.getZoomScale(zoom, 0)
    const place = (k: number) =>
      context.setTransform(k, 0, 0, k, -dots * corner.x, -dots * corner.y)
    const frame = { left: corner.x, top: corner.y, right: corner.x + x, bottom: corner.y + y }
    const pen = { context, zoom, scale, colorOf, frame, inPixels: () => place(dots) }
    for (const [, draw] of [...this.#drawings].toSorted(([a], [b]) => a - b)) {
      context.save()
      place(dots * scale)
      draw(pen)
      context.restore()
    }
  }
}

/** Empty, and as large as it is shown, in dots of the screen. */
function resize(canvas: HTMLCanvasElement, width: number, height: number, dots: number): void {
  const [across, down] = [Math.round(width * dots), Math.round(height * dots)]
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across
    canvas.height = down
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
    return
  }
  const context = canvas.getContext('2d')
  context?.resetTransform()
  context?.clearRect(0, 0, across, down)
}

/** Where the map's points will count from once it has come to rest there. */
export function originAt(map: LeafletMap, center: LatLng, zoom: number): Point {
  const pane = map.getPane('mapPane')
  const moved = map.project(center, zoom).subtract(map.getSize().divideBy(2))
  return (pane ? moved.add(DomUtil.getPosition(pane)) : moved).round()
}
