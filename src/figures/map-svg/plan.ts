import { feature, mesh } from 'topojson-client'
import { num } from '#figures/svg/xml.ts'
import { thin } from './thin.ts'

/** The base map as it is stored: see public/geo/README.md. */
export type BaseMap = Parameters<typeof mesh>[0]
type Collection = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: 'GeometryCollection' }>
type Objects = Record<'countries' | 'rivers' | 'lakes', Collection>

export type Pixel = readonly [x: number, y: number]

/** A plan of the ways in: equirectangular, true in its middle, so that it needs no arithmetic that engines differ in. */
export type Plan = {
  width: number
  height: number
  /** Pixels a kilometre. */
  scale: number
  pixelsPerDegree: number
  project: (at: { lat: number; lon: number }) => { x: number; y: number }
}

/** From the Atlantic to Niamey: every way in that is ever drawn lies between. */
const [WEST, EAST] = [-18.3, 3.6]
/** Between Abidjan and Mopti. */
const MIDDLE = 10.9
/** cos 10.9° */
const SQUEEZE = 0.98196
const KM_A_DEGREE = 111.2

export function planOf(width: number, height: number): Plan {
  const pixelsPerDegree = width / ((EAST - WEST) * SQUEEZE)
  const project = ({ lat, lon }: { lat: number; lon: number }) => ({
    x: (lon - WEST) * SQUEEZE * pixelsPerDegree,
    y: height / 2 + (MIDDLE - lat) * pixelsPerDegree,
  })
  return { width, height, scale: pixelsPerDegree / KM_A_DEGREE, pixelsPerDegree, project }
}

/** The zoom of a tiled map at which a degree takes as many pixels: what names appear from is counted in it. */
export function zoomOf({ pixelsPerDegree }: Plan): number {
  return Math.log2((pixelsPerDegree * 360) / 256)
}

/** Mali, and the countries its fuel comes through. */
const FOCUS = new Set(['MLI', 'CIV', 'SEN', 'GIN', 'NER', 'BFA'])

/** Outlines as commands of paths. */
export type Ground = Record<'focus' | 'land' | 'rivers' | 'lakes' | 'borders', string>

/** Grounds of the few sizes that are asked for again and again: thinning a coast takes longer than all the rest. */
const MOST_KEPT = 12
const kept = new WeakMap<BaseMap, Map<string, Ground>>()

/** What lies under the roads, with no more points than can be seen at this size. */
export function groundOf(base: BaseMap, plan: Plan): Ground {
  const key = `${plan.width} ${plan.height}`
  const grounds = kept.get(base) ?? new Map<string, Ground>()
  kept.set(base, grounds)
  const ground = grounds.get(key) ?? drawnGround(base, plan)
  grounds.delete(key)
  grounds.set(key, ground)
  for (const oldest of [...grounds.keys()].slice(0, -MOST_KEPT)) grounds.delete(oldest)
  return ground
}

function drawnGround(base: BaseMap, plan: Plan): Ground {
  const thin = thinned(base, plan)
  const { countries, rivers, lakes } = thin.objects as Objects
  const lands = feature(thin, countries).features.map((country) => ({
    isFocus: FOCUS.has(String(country.id ?? (country.properties as { id?: string }).id)),
    rings: polygonsOf(country.geometry),
  }))
  const outline = (focus: boolean) =>
    lands
      .flatMap(({ isFocus, rings }) => (isFocus === focus ? rings : []))
      .map((ring) => ringOf(ring, plan))
  return {
    focus: outline(true).join(''),
    land: outline(false).join(''),
    lakes: feature(thin, lakes)
      .features.flatMap(({ geometry }) => polygonsOf(geometry))
      .map((ring) => ringOf(ring, plan))
      .join(''),
    rivers: feature(thin, rivers)
      .features.flatMap(({ geometry }) => linesOf(geometry))
      .map((line) => lineOf(line, plan))
      .join(''),
    // Only what two countries share: the outer edge is the sea's, or the edge of the map.
    borders: linesOf(mesh(thin, countries, (a, b) => a !== b))
      .map((line) => lineOf(line, plan))
      .join(''),
  }
}

type Position = readonly number[]
type Shape = { type: string; coordinates?: unknown }

function polygonsOf(shape: Shape): Position[][] {
  if (shape.type === 'Polygon') return shape.coordinates as Position[][]
  return shape.type === 'MultiPolygon' ? (shape.coordinates as Position[][][]).flat() : []
}

function linesOf(shape: Shape): Position[][] {
  if (shape.type === 'LineString') return [shape.coordinates as Position[]]
  return shape.type === 'MultiLineString' ? (shape.coordinates as Position[][]) : []
}

/** Arcs with no more points than can be told apart: neighbours keep the same border. */
function thinned(base: BaseMap, plan: Plan): BaseMap {
  const [sx, sy] = base.transform?.scale ?? [1, 1]
  const [tx, ty] = base.transform?.translate ?? [0, 0]
  const arcs = base.arcs.map((arc) => {
    let [x, y] = [0, 0]
    const points = arc.map(([dx = 0, dy = 0]): [number, number] => {
      ;[x, y] = base.transform ? [x + dx, y + dy] : [dx, dy]
      return [x * sx + tx, y * sy + ty]
    })
    return thin(points, TOLERANCE / plan.pixelsPerDegree)
  })
  const { transform: _, ...rest } = base
  return { ...rest, arcs }
}

/** How far a line may be drawn from where it is, px. */
const TOLERANCE = 0.9

/** A line in steps from point to point, in tenths of a pixel; a point of no step is left out. */
export function lineOf(line: readonly Position[], plan: Plan): string {
  const pixels = thin(line, TOLERANCE / plan.pixelsPerDegree).map(([lon = 0, lat = 0]) => {
    const { x, y } = plan.project({ lat, lon })
    return [Math.round(x * 10), Math.round(y * 10)] as const
  })
  const [first] = pixels
  if (!first || isAside(pixels, plan)) return ''
  let [x, y] = first
  let text = `M${num(x / 10)} ${num(y / 10)}l`
  for (const [nextX, nextY] of pixels.slice(1)) {
    if (nextX === x && nextY === y) continue
    text += step(text, (nextX - x) / 10) + step(' ', (nextY - y) / 10)
    ;[x, y] = [nextX, nextY]
  }
  return text.endsWith('l') ? '' : text
}

/** A number after what stands before it, in as few characters as it can be told by. */
function step(before: string, by: number): string {
  const text = num(by).replace(/^(-?)0\./, '$1.')
  return text.startsWith('-') || before.endsWith('l') ? text : ` ${text}`
}

function ringOf(ring: readonly Position[], plan: Plan): string {
  const line = lineOf(ring, plan)
  return line === '' ? '' : `${line}z`
}

/** True for what lies wholly beyond one edge. */
function isAside(tenths: readonly Pixel[], { width, height }: Plan): boolean {
  return (
    tenths.every(([x]) => x < 0) ||
    tenths.every(([x]) => x > width * 10) ||
    tenths.every(([, y]) => y < 0) ||
    tenths.every(([, y]) => y > height * 10)
  )
}
