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
function someContext(stamped: number[][], corner: { e: number; f: number }) {
  const drawImage = (_: unknown, ...at: number[]) => stamped.push(at)
  const own: Record<string | symbol, unknown> = { drawImage, getTransform: () => corner }
  return new Proxy(own, {
    get: (_, name) =>
      own[name] ?? (name === 'measureText' ? () => ({ width: 20 }) : () => undefined),
    set: () => true,
  })
}

test.each([1, 1.25, 1.5, 2])(
  'a sign is stamped dot on dot with %s dots a pixel: between two it would be blurred, and slow',
  (dots) => {
    vi.stubGlobal('devicePixelRatio', dots)
    vi.stubGlobal('Path2D', vi.fn<() => void>())
    vi.stubGlobal('matchMedia', () => ({ matches: false }))
    const stamped: number[][] = []
    // As of a sheet whose corner is at 27 and 13 pixels of the world.
    const corner = { e: -27 * dots, f: -13 * dots }
    const context = someContext(stamped, corner)
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
    const chips = [chipAt('a', 10.37, 20.81), chipAt('b', 30.12, 40.5)]
    const room = new Map([['b', { left: 3.3, top: -7.7, width: 41.2, height: 24 }]])
    const pen = { context, scale: 1, colorOf: String, inPixels: () => undefined }
    signsDrawing({ chips, texts: new Map(), room })(pen as unknown as Pen)
    const corners = stamped.flatMap(([, , , , x = NaN, y = NaN]) => [
      x * dots + corner.e,
      y * dots + corner.f,
    ])
    expect(corners).toHaveLength(4)
    for (const each of corners) expect(Math.abs(each - Math.round(each))).toBeLessThan(1e-9)
  },
)
