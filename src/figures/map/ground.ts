/** The base map unpacked: points in pixels of the world at zoom 0, as Web Mercator lays it out on 256 of them. */
export type Ground = {
  /** Points of each arc, x and y in turn. What two countries share is here once. */
  arcs: readonly Float32Array[]
  /** Mali and the countries its fuel comes through, and the others. */
  focus: readonly Chain[]
  land: readonly Chain[]
  /** What two countries share: the outer edge is the sea's, or the edge of the map. */
  borders: readonly Chain[]
  regions: readonly Chain[]
  rivers: readonly Chain[]
  lakes: readonly Chain[]
}

/** Numbers of arcs, one after the other; below zero, `~number` backwards. */
export type Chain = readonly number[]

type Nested = readonly (number | Nested)[]
type Geometry = { id?: unknown; properties?: { id?: unknown }; arcs?: Nested }
export type Topology = {
  arcs: readonly (readonly (readonly number[])[])[]
  transform?: { scale: readonly number[]; translate: readonly number[] }
  objects: Record<string, { geometries?: readonly Geometry[] }>
}

const FOCUS = new Set(['MLI', 'CIV', 'SEN', 'GIN', 'NER', 'BFA'])
export const WORLD = 256

/** A point of the earth, in degrees, on the world at zoom 0. */
export function onWorld(lon: number, lat: number): { x: number; y: number } {
  const sine = Math.sin((lat * Math.PI) / 180)
  return {
    x: WORLD * (0.5 + lon / 360),
    y: WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  }
}

/** Unpacks a topology, so that nothing of its many small arrays need be kept. */
export function groundOf({ arcs, transform, objects }: Topology): Ground {
  const [kx = 1, ky = 1] = transform?.scale ?? []
  const [dx = 0, dy = 0] = transform?.translate ?? []
  const geometries = (name: string) => objects[name]?.geometries ?? []
  const chains = (some: readonly Geometry[]) => some.flatMap(({ arcs }) => chainsOf(arcs ?? []))
  const isFocus = ({ id, properties }: Geometry) => FOCUS.has(String(id ?? properties?.id))
  const countries = geometries('countries')
  return {
    arcs: arcs.map((arc) => {
      const points = new Float32Array(arc.length * 2)
      let [lon, lat] = [0, 0]
      arc.forEach(([stepX = 0, stepY = 0], i) => {
        // Quantized arcs are told in steps.
        ;[lon, lat] = transform ? [lon + stepX, lat + stepY] : [stepX, stepY]
        const { x, y } = onWorld(lon * kx + dx, lat * ky + dy)
        points[i * 2] = x
        points[i * 2 + 1] = y
      })
      return points
    }),
    focus: chains(countries.filter(isFocus)),
    land: chains(countries.filter((country) => !isFocus(country))),
    borders: sharedArcs(countries).map((arc) => [arc]),
    regions: chains(geometries('regions')),
    rivers: chains(geometries('rivers')),
    lakes: chains(geometries('lakes')),
  }
}

/** The innermost lists of a geometry, of whatever kind: its rings or its lines. */
function chainsOf(arcs: Nested): Chain[] {
  if (arcs.length === 0) return []
  if (typeof arcs[0] === 'number') return [arcs as number[]]
  return (arcs as readonly Nested[]).flatMap(chainsOf)
}

function sharedArcs(countries: readonly Geometry[]): number[] {
  const seen = new Map<number, number>()
  for (const { arcs } of countries) {
    const own = new Set(chainsOf(arcs ?? []).flatMap((chain) => chain.map((arc) => absolute(arc))))
    for (const arc of own) seen.set(arc, (seen.get(arc) ?? 0) + 1)
  }
  return [...seen].flatMap(([arc, countries]) => (countries > 1 ? [arc] : []))
}

/** The number of an arc, whichever way it is gone. */
export function absolute(arc: number): number {
  return arc < 0 ? ~arc : arc
}
