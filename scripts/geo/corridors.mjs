// Corridors and their legs, from corridors.csv, legs.csv, waypoints.csv and nodes.csv.

import { axisOfOrigin, list, must, table, textOrNull } from './tables.mjs'

function toLeg(row, waypoints) {
  const line = waypoints
    .filter((point) => point.leg === row.leg)
    .toSorted((a, b) => Number(a.seq) - Number(b.seq))
    .map((point) => [Number(point.lon), Number(point.lat)])
  return {
    id: row.leg,
    from: row.from,
    to: row.to,
    countries: list(row.countries),
    km: Number(row.km),
    approximateKm: Number(row.approximate_km),
    drawn: row.geometry === 'road' ? 'road' : 'by-hand',
    line,
  }
}

/** "ci-main:7;sn-north:2" → Map { ci-main → 7, sn-north → 2 } */
export const kmAlong = (cell) =>
  new Map(
    list(cell).map((pair) => {
      const [corridor, km] = pair.split(':')
      return [corridor, Number(km)]
    }),
  )

/**
 * The nodes that nodes.csv places on a corridor, by distance. Its Niamey – Bamako row names the
 * start only, so the ends of the legs fill in, at the sum of the legs before them. Elsewhere they
 * add nothing, because the ends of the legs are there already.
 */
function nodesAlong(corridorId, legs, nodes) {
  const found = new Map()
  for (const node of nodes) {
    const km = kmAlong(node.km_along).get(corridorId)
    if (km !== undefined) found.set(node.node, km)
  }
  let km = 0
  for (const leg of legs) {
    if (!found.has(leg.from)) found.set(leg.from, Math.round(km))
    km += leg.km
    if (!found.has(leg.to)) found.set(leg.to, Math.round(km))
  }
  return [...found].map(([place, at]) => ({ place, km: at })).toSorted((a, b) => a.km - b.km)
}

export async function corridors() {
  const [rows, legRows, waypoints, nodes] = await Promise.all(
    ['corridors', 'legs', 'waypoints', 'nodes'].map(table),
  )
  const legs = legRows.map((row) => toLeg(row, waypoints))
  const legById = new Map(legs.map((leg) => [leg.id, leg]))

  return {
    licence: 'ODbL-1.0',
    attribution: '© OpenStreetMap contributors',
    legs,
    corridors: rows.map((row) => {
      const ids = list(row.legs)
      const own = ids.map((id) => must(legById, id, row.corridor))
      return {
        id: row.corridor,
        name: row.name,
        nameFr: row.name_fr,
        axis: must(axisOfOrigin, row.origin, row.corridor),
        priority: Number(row.priority),
        km: Number(row.km),
        roads: list(row.roads),
        recordName: textOrNull(row.name_in_reported_facts),
        legs: ids,
        nodes: nodesAlong(row.corridor, own, nodes),
      }
    }),
  }
}
