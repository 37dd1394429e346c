import type { Axis, Corridor, Leg } from '#domain/corridor.ts'

const SHARES = [1 / 2, 5 / 8, 3 / 8, 3 / 4, 1 / 4]

/**
 * Points of the road outside Mali of an axis' leading corridor where its tag may stand, its middle first. None for
 * an unknown axis.
 */
export function axisAnchors(
  axis: Axis,
  corridors: readonly Corridor[],
  legs: ReadonlyMap<string, Leg>,
): { lat: number; lon: number }[] {
  const [leading] = corridors
    .filter((corridor) => corridor.axis === axis)
    .toSorted((a, b) => a.priority - b.priority)
  const abroad = (leading?.legs ?? [])
    .map((id) => legs.get(id))
    .filter((leg) => leg !== undefined && !leg.countries.includes('MLI'))
    .flatMap((leg) => leg?.line ?? [])
  return SHARES.flatMap((share) => {
    const point = abroad[Math.floor(abroad.length * share)]
    return point ? [{ lon: point[0], lat: point[1] }] : []
  })
}
