import type { Atlas } from '#domain/atlas.ts'
import type { Axis, Leg } from '#domain/corridor.ts'

/** A stretch of a road, with the danger on it as against the others while there is danger at all. */
export type Stretch = {
  leg: Leg
  fromKm: number
  toKm: number
  isMali: boolean
  risk: number
  /** Distance along the drawn line at each of its points, in degrees; it is scaled to the road's km. */
  along: Float64Array
}

/** One corridor as lorries drive it. Kilometres from its beginning. */
export type Road = {
  corridor: string
  axis: Axis
  /** Share of its axis's lorries that take it. */
  share: number
  stretches: readonly Stretch[]
  km: number
  borderKm: number
  nodes: readonly { place: string; km: number }[]
  /** Towns with a depot on the way, where part of the load is left. */
  stops: readonly { km: number; depot: number }[]
  endsAt: number
  /** Where its lorries load: km along. */
  origins: readonly number[]
}

export const DEPOTS = ['bamako', 'sikasso', 'kayes', 'gao'] as const

/** Danger of each leg of Mali as against the others; what is not listed is 0.3. */
const RISKS: Record<string, number> = {
  'pogo-sikasso': 0.35,
  'sikasso-zantiebougou': 1,
  'zantiebougou-bougouni': 1.3,
  'bougouni-bamako': 0.8,
  'manankoro-bougouni': 0.9,
  'kadiana-zantiebougou': 1.5,
  'diboli-kayes': 0.8,
  'kayes-diema': 1.3,
  'diema-didieni': 1.1,
  'didieni-kati': 0.8,
  'kenieba-kita': 0.9,
  'kita-kati': 1.1,
  'kati-bamako': 0.05,
  'niamey-gao': 1,
}

const SHARES: Record<string, number> = {
  'ci-main': 0.7,
  'ci-west-korhogo': 0.14,
  'ci-west-man': 0.06,
  'ci-tengrela': 0.1,
  'sn-north': 0.68,
  'sn-north-thies': 0.04,
  'sn-south': 0.28,
  'gn-main': 1,
  'ne-gao': 0.55,
  'ne-bamako': 0.45,
}

const ORIGINS: Record<Axis, readonly string[]> = {
  ci: ['abidjan', 'abidjan', 'abidjan', 'yamoussoukro', 'bouake'],
  sn: ['dakar'],
  gn: ['conakry'],
  ne: ['niamey'],
}

/** One degree of longitude as against one of latitude, here at about 13° north. */
const NARROWER = 0.974

export function roadsOf(atlas: Atlas): Road[] {
  return atlas.corridors.flatMap((corridor) => {
    const share = SHARES[corridor.id]
    const legs = corridor.legs.flatMap((id) => atlas.legs.get(id) ?? [])
    if (share === undefined || legs.length === 0) return []
    let km = 0
    const stretches = legs.map((leg): Stretch => {
      const fromKm = km
      km += leg.km
      const isMali = leg.countries.includes('MLI')
      const risk = isMali ? (RISKS[leg.id] ?? 0.3) : 0
      return { leg, fromKm, toKm: km, isMali, risk, along: distances(leg) }
    })
    const first = stretches.find(({ isMali }) => isMali)
    // A leg drawn through two countries crosses somewhere in its middle.
    const isShared = (first?.leg.countries.length ?? 1) > 1
    const borderKm = first ? (isShared ? (first.fromKm + first.toKm) / 2 : first.fromKm) : km
    const nodes = corridor.nodes
    const kmOf = (place: string) => nodes.find((node) => node.place === place)?.km
    const end = corridor.id === 'ne-gao' ? 3 : 0
    const stops = [1, 2].flatMap((depot) => {
      const at = kmOf(DEPOTS[depot] ?? '')
      return at === undefined ? [] : [{ km: at, depot }]
    })
    const origins = ORIGINS[corridor.axis].map((place) => kmOf(place) ?? 0)
    const road = { corridor: corridor.id, axis: corridor.axis, share, stretches, km, borderKm }
    return [{ ...road, nodes, stops, endsAt: end, origins }]
  })
}

function distances({ line }: Leg): Float64Array {
  const along = new Float64Array(line.length)
  for (let at = 1; at < line.length; at += 1) {
    const [lon = 0, lat = 0] = line[at] ?? []
    const [lonBefore = 0, latBefore = 0] = line[at - 1] ?? []
    const [east, north] = [(lon - lonBefore) * NARROWER, lat - latBefore]
    along[at] = (along[at - 1] ?? 0) + Math.sqrt(east * east + north * north)
  }
  return along
}

/** The stretch on which a kilometre lies. */
export function stretchAt(road: Road, km: number): Stretch {
  const { stretches } = road
  let at = 0
  while (at < stretches.length - 1 && km >= (stretches[at]?.toKm ?? 0)) at += 1
  return stretches[at] as Stretch
}

/** Where a kilometre of the road is on the map: degrees, to a thousandth. */
export function spotAt(road: Road, km: number): { lat: number; lon: number } {
  const { leg, fromKm, toKm, along } = stretchAt(road, km)
  const whole = along[along.length - 1] ?? 0
  const part = whole * Math.min(1, Math.max(0, km - fromKm) / (toKm - fromKm))
  let at = 1
  while (at < along.length - 1 && (along[at] ?? 0) < part) at += 1
  const [from, to] = [along[at - 1] ?? 0, along[at] ?? 0]
  const between = to > from ? (part - from) / (to - from) : 0
  const [lonA = 0, latA = 0] = leg.line[at - 1] ?? []
  const [lonB = 0, latB = 0] = leg.line[at] ?? []
  const rounded = (degrees: number) => Math.round(degrees * 1_000) / 1_000
  return {
    lat: rounded(latA + (latB - latA) * between),
    lon: rounded(lonA + (lonB - lonA) * between),
  }
}

/** The node of the road that is nearest to a kilometre. */
export function nodeNear(road: Road, km: number): { place: string; km: number } {
  let nearest = road.nodes[0] ?? { place: '', km: 0 }
  for (const node of road.nodes) {
    if (Math.abs(node.km - km) < Math.abs(nearest.km - km)) nearest = node
  }
  return nearest
}
