// Places: every node of the corridors, and every place name that the reported facts use.

import { kmAlong } from './corridors.mjs'
import { axisOfOrigin, iso3OfIso2, must, numberOrNull, table, textOrNull } from './tables.mjs'

/**
 * How far from the truth a node's position may be, in metres, by the word in its accuracy column.
 * Depots stand on the centre of their town on purpose, so theirs is about the size of the town.
 */
const precisionOf = new Map(
  Object.entries({
    site: 1000,
    '±0.5 km': 1000,
    '±1 km': 1000,
    '±2 km': 2000,
    'locality ±2 km': 2000,
    locality: 2000,
    '±4 km': 4000,
    '±5 km': 5000,
    'town centroid': 5000,
    'city centroid': 10000,
  }),
)

/** The axis whose roads pass here; null when several do, as in Bamako, or when none is known to. */
function axisOf(node, axisOfCorridor) {
  const axes = new Set([...kmAlong(node.km_along).keys()].map((id) => axisOfCorridor.get(id)))
  return axes.size === 1 ? [...axes][0] : null
}

function fromNode(node, note, axisOfCorridor) {
  return {
    id: node.node,
    name: node.name,
    nameFr: node.name_fr,
    kind: node.kind,
    country: node.country,
    admin1: textOrNull(node.admin1),
    admin1Pcode: textOrNull(node.admin1_pcode),
    pcode: textOrNull(node.pcode),
    lat: Number(node.lat),
    lon: Number(node.lon),
    precisionMetres: must(precisionOf, node.accuracy, node.node),
    parent: textOrNull(note.parent),
    leg: null,
    axis: axisOf(node, axisOfCorridor),
    rank: Number(note.rank),
    recordNames: [],
  }
}

/**
 * A record name that is no node. Without a precision the position is left out as well: the middle
 * of a country, or one end of a long road, would be read as the spot where something happened.
 */
function fromRecord(note, record) {
  const precision = numberOrNull(note.precision_metres)
  const at = (cell) => (precision === null ? null : numberOrNull(cell))
  return {
    id: note.place,
    name: note.name,
    nameFr: note.name_fr,
    kind: note.kind,
    country: must(iso3OfIso2, record.country, note.place),
    admin1: textOrNull(note.admin1),
    admin1Pcode: textOrNull(note.admin1_pcode),
    pcode: textOrNull(note.pcode),
    lat: at(record.lat),
    lon: at(record.lon),
    precisionMetres: precision,
    parent: textOrNull(note.parent),
    leg: textOrNull(note.leg),
    axis: textOrNull(note.axis),
    rank: Number(note.rank),
    recordNames: [],
  }
}

const round = (degrees) => (degrees === null ? null : Number(degrees.toFixed(3)))

export async function places() {
  const [nodes, ranks, corridors, records, notes] = await Promise.all(
    ['nodes', 'node-ranks', 'corridors', 'places', 'record-places'].map(table),
  )
  const rankOf = new Map(ranks.map((row) => [row.node, row]))
  const noteOf = new Map(notes.map((row) => [row.record_name, row]))
  const axisOfCorridor = new Map(
    corridors.map((row) => [row.corridor, must(axisOfOrigin, row.origin, row.corridor)]),
  )

  const all = new Map()
  for (const node of nodes) {
    all.set(node.node, fromNode(node, must(rankOf, node.node, 'node-ranks'), axisOfCorridor))
  }
  for (const record of records) {
    const note = must(noteOf, record.place, 'record-places')
    if (!all.has(note.place)) all.set(note.place, fromRecord(note, record))
    all.get(note.place).recordNames.push(record.place)
  }
  return [...all.values()].map((one) => ({ ...one, lat: round(one.lat), lon: round(one.lon) }))
}
