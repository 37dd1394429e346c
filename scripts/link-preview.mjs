/**
 * Draws public/og.png, the picture that a shared link shows: the corridors on their map, and what this is. It holds
 * no figure, since a preview outlives the day it was made. Run by hand: `node scripts/link-preview.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { feature, mesh } from 'topojson-client'
import { findChromium } from './chromium.mjs'
import { ROOT } from './run.mjs'

const WIDTH = 1200
const HEIGHT = 630
/** West and north edge of the picture, and pixels a degree of latitude: Dakar to Niamey, Abidjan to Mopti. */
const WEST = -20.1
const NORTH = 16.6
const SCALE = 50
const MIDDLE = (11 * Math.PI) / 180

const read = async (name) => JSON.parse(await readFile(join(ROOT, 'public/geo', name), 'utf8'))
const [base, { legs, corridors }, icon] = await Promise.all([
  read('base.topo.json'),
  read('corridors.json'),
  readFile(join(ROOT, 'public/icon.svg'), 'utf8'),
])

const place = ([lon, lat]) => [(lon - WEST) * Math.cos(MIDDLE) * SCALE, (NORTH - lat) * SCALE]
const line = (points) =>
  `M${points
    .map((point) =>
      place(point)
        .map((n) => n.toFixed(1))
        .join(' '),
    )
    .join('L')}`
const polygons = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates)

const countries = feature(base, base.objects.countries).features
const land = (wanted) =>
  countries
    .filter(({ id, properties }) => ((id ?? properties?.id) === 'MLI') === wanted)
    .flatMap(({ geometry }) => polygons(geometry).flat())
    .map((ring) => `${line(ring)}Z`)
    .join('')
const borders = mesh(base, base.objects.countries, (a, b) => a !== b)
  .coordinates.map(line)
  .join('')

const axisOf = new Map(corridors.flatMap(({ legs: ids, axis }) => ids.map((id) => [id, axis])))
const COLOURS = { ci: '#b4560f', sn: '#2067a5', gn: '#3f7d3b', ne: '#77418f' }
const roads = legs
  .filter(({ id }) => axisOf.has(id))
  .map((leg) => `<path d="${line(leg.line)}" stroke="${COLOURS[axisOf.get(leg.id)]}"/>`)
  .join('')

const page = `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; width: ${WIDTH}px; height: ${HEIGHT}px; background: #dce7ea; position: relative; overflow: hidden;
  color: #1c1b19; font-family: Georgia, 'Noto Serif', 'Liberation Serif', serif }
svg.map { position: absolute; inset: 0 }
.sheet { position: absolute; inset: auto 0 0; padding: 30px 56px 34px; background: #faf8f3; border-top: 6px double #1c1b19 }
h1 { display: flex; align-items: center; gap: 18px; margin: 0; font-size: 84px; line-height: 1; letter-spacing: -2px }
h1 svg { width: 84px; height: 84px }
p { margin: 14px 0 0; font-size: 31px; line-height: 1.3 }
small { position: absolute; right: 56px; top: 36px; font: 17px sans-serif; color: #6f6b62 }
p + p { margin-top: 2px; color: #55524b; font-style: italic }
</style>
<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none" stroke-linejoin="round" stroke-linecap="round">
<path d="${land(false)}" fill="#f4f1e9"/><path d="${land(true)}" fill="#ffffff"/>
<path d="${borders}" stroke="#b8b1a1" stroke-width="1.5"/>
<g stroke-width="9" stroke="#faf8f3">${roads.replaceAll(/ stroke="[^"]+"/g, '')}</g><g stroke-width="5">${roads}</g>
</svg>
<div class="sheet"><h1>${icon}Jauge</h1>
<p>Le carburant au Mali&#8239;: ce qui passe, où ça bloque, à quel prix, et qui le dit</p>
<p>Fuel in Mali: what gets through, where it stops, what it costs, and who says so</p><small>© OpenStreetMap contributors</small></div>`

const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
})
const tab = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
await tab.setContent(page)
await writeFile(join(ROOT, 'public/og.png'), await tab.screenshot())
await browser.close()
