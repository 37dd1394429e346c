// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import type { SiteReading } from '#domain/site.ts'
import type { Pen } from './sheet.ts'
import type { Chip } from './site-chips.ts'
import { signsDrawing } from './site-drawing.ts'

afterEach(() => vi.unstubAllGlobals())

const reading: SiteReading = {
  aspect: 'wait',
  product: null,
  value: null,
  state: null,
  day: '2026-03-10',
  freshness: 'fresh',
  code: 'B2',
  source: 'RFI',
  report: 'r1',
}

function chipAt(id: string, x: number, y: number): Chip {
  const look = { shows: 'dry', reading } as const
  const spot = { lat: 12, lon: -8, precisionMetres: 30, place: id }
  const site = { place: id, position: spot, readings: [reading], freshness: 'fresh' } as const
  return { id, site, look, spot, world: { x, y }, rank: 0 } as unknown as Chip
}

/** A context that draws nothing and tells where pictures were stamped. */
function someContext(stamped: number[][]) {
  const drawImage = (_: unknown, ...at: number[]) => stamped.push(at)
  const own: Record<string | symbol, unknown> = { drawImage }
  return new Proxy(own, {
    get: (_, name) =>
      own[name] ?? (name === 'measureText' ? () => ({ width: 20 }) : () => undefined),
    set: () => true,
  })
}

test('a sign is stamped dot on dot, wherever its place lies: between two it would be blurred, and slow', () => {
  vi.stubGlobal('Path2D', Object)
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  const stamped: number[][] = []
  const context = someContext(stamped)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  const chips = [chipAt('a', 10.37, 20.81), chipAt('b', 30.12, 40.5)]
  const room = new Map([['b', { left: 3.3, top: -7.7, width: 41.2, height: 24 }]])
  const pen = { context, scale: 1, colorOf: String, inPixels: () => undefined }
  signsDrawing({ chips, texts: new Map(), room })(pen as unknown as Pen)
  const corners = stamped.flatMap((at) => at.slice(4, 6))
  expect(corners).toHaveLength(4)
  expect(corners.map((at) => at % 1)).toEqual([0, 0, 0, 0])
})
