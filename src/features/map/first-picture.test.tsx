import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Ground } from '#figures/map/ground.ts'
import { drawFirstPicture } from './first-picture.ts'

const drawGround = vi.hoisted(() => vi.fn<() => void>())
vi.mock('./ground-drawing.ts', () => ({ groundDrawing: () => drawGround }))
vi.mock('./corridor-drawing.ts', () => ({
  corridorDrawing: () => () => undefined,
  roadsOf: () => [],
}))
vi.mock('./opening-view.ts', () => ({
  homeOf: () => null,
  openingView: () => ({ zoom: 5, corner: { x: 0, y: 0 } }),
}))

let tellOfSize: () => void = () => undefined
const disconnect = vi.fn<() => void>()
const size = { width: 390, height: 300 }

beforeEach(() => {
  drawGround.mockClear()
  disconnect.mockClear()
  Object.assign(size, { width: 390, height: 300 })
  const pen = { save() {}, restore() {}, setTransform() {} }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockImplementation(() => size.width)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockImplementation(() => size.height)
  class SomeObserver {
    constructor(told: ResizeObserverCallback) {
      tellOfSize = () => told([], this as unknown as ResizeObserver)
    }
    disconnect = disconnect
    observe() {}
  }
  vi.stubGlobal('ResizeObserver', SomeObserver)
  vi.stubGlobal('matchMedia', () => new EventTarget())
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function drawn(): HTMLCanvasElement {
  const stage = document.body.appendChild(document.createElement('div'))
  const ground = {} as Ground
  drawFirstPicture(stage, { ground, corridors: [], legs: [], states: [] })
  const canvas = stage.querySelector('canvas')
  if (!canvas) throw new Error('Nothing is drawn.')
  return canvas
}

test('the picture is drawn once, and again only in another size', () => {
  const canvas = drawn()
  tellOfSize()
  expect(drawGround).toHaveBeenCalledTimes(1)
  size.width = 844
  tellOfSize()
  expect(drawGround).toHaveBeenCalledTimes(2)
  expect(canvas.width).toBe(844)
})

test('no picture is drawn any more once the map stands in its place', () => {
  const canvas = drawn()
  canvas.remove()
  size.width = 844
  tellOfSize()
  expect(drawGround).toHaveBeenCalledTimes(1)
  expect(disconnect).toHaveBeenCalledOnce()
})
