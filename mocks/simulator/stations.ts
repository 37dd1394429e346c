import type { Atlas } from '#domain/atlas.ts'
import type { Place } from '#domain/place.ts'
import { diceFor } from './random.ts'
import type { Dice } from './random.ts'
import { COMMUNES, STATION_NAMES, STATION_TOWNS } from './station-towns.ts'

/**
 * The real geography with about 320 invented stations in it, and the communes of Bamako that they stand in. A
 * station's position is a plausible spot of its town, and no real station's.
 */
export function withStations(atlas: Atlas, seed: number): Atlas {
  const dice = diceFor(seed, 'stations')
  const places = new Map(atlas.places)
  const numbers = new Map<string, number>()
  const bamako = atlas.places.get('bamako')
  for (const { number, roman, lat, lon, stations } of bamako ? COMMUNES : []) {
    const commune = communeOf(bamako as Place, { number, roman, lat, lon })
    places.set(commune.id, commune)
    placeAround(commune, stations, 17)
  }
  for (const [id, stations, , spread] of STATION_TOWNS) {
    const town = atlas.places.get(id)
    if (town) placeAround(town, stations, spread)
  }
  return { ...atlas, places }

  function placeAround(area: Place, count: number, spread: number): void {
    for (let nth = 0; nth < count; nth += 1) {
      const [name, slug] = dice.pick(STATION_NAMES)
      const number = (numbers.get(slug) ?? 0) + 1
      numbers.set(slug, number)
      const station = stationIn(area, { name, slug, number }, spotIn(area, spread, dice))
      places.set(station.id, station)
    }
  }
}

function communeOf(
  bamako: Place,
  { number, roman, lat, lon }: { number: number; roman: string; lat: number; lon: number },
): Place {
  return {
    ...bamako,
    id: `bamako-commune-${number}`,
    name: `Commune ${roman}`,
    nameFr: `Commune ${roman}`,
    kind: 'quarter',
    pcode: null,
    lat,
    lon,
    precisionMetres: 3_000,
    parent: bamako.id,
    rank: 3,
    recordNames: [],
  }
}

function stationIn(
  area: Place,
  { name, slug, number }: { name: string; slug: string; number: number },
  { lat, lon }: { lat: number; lon: number },
): Place {
  return {
    id: `${area.id}/${slug}-${number}`,
    name: `Station ${name} ${number}`,
    nameFr: `Station ${name} ${number}`,
    kind: 'station',
    country: area.country,
    admin1: area.admin1,
    admin1Pcode: area.admin1Pcode,
    pcode: area.pcode,
    lat,
    lon,
    precisionMetres: 30,
    parent: area.id,
    leg: null,
    axis: area.axis,
    rank: 3,
    recordNames: [],
  }
}

/** Denser in the middle, and more along the one road through town than across it. */
function spotIn({ lat, lon }: Place, spread: number, dice: Dice): { lat: number; lon: number } {
  const [along, across] = [dice.bell() * spread * 0.8, dice.bell() * spread * 0.35]
  const slant = dice.chance(0.6) ? 0.6 : -0.8
  const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000
  return {
    lat: rounded((lat ?? 0) + (along * slant + across) / 1_000),
    lon: rounded((lon ?? 0) + (along - across * slant) / 1_000),
  }
}
