import type { Axis, Corridor, Leg } from '#domain/corridor.ts'

/** Middle of the road outside Mali of an axis' leading corridor: where its tag stands. Null for an unknown axis. */
export function axisAnchor(
  axis: Axis,
  corridors: readonly Corridor[],
  legs: ReadonlyMap<string, Leg>,
): { lat: number; lon: number } | null {
  const [leading] = corridors
    .filter((corridor) => corridor.axis === axis)
    .toSorted((a, b) => a.priority - b.priority)
  const abroad = (leading?.legs ?? [])
    .map((id) => legs.get(id))
    .filter((leg) => leg !== undefined && !leg.countries.includes('MLI'))
    .flatMap((leg) => leg?.line ?? [])
  const point = abroad[Math.floor(abroad.length / 2)]
  return point ? { lon: point[0], lat: point[1] } : null
}
