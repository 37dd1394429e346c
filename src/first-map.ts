import type { CorridorGeometry } from '#api/geography.ts'
import type { Situation } from '#domain/situation.ts'
import { drawFirstPicture } from '#features/map/first-picture.ts'
import { groundOf } from '#figures/map/ground.ts'
import type { Topology } from '#figures/map/ground.ts'

/**
 * The page's first script, a few kilobytes: draws the map's ground and the ways in where the server has left room for them,
 * while React, Leaflet and all else are still on their way, and then asks for what the map waits for next. It stands behind the
 * script that brings the ground, and before the page's own, which would hold it up. What it has unpacked is left to the map.
 * Whatever goes wrong here, the map comes all the same, later.
 */
type Brought = { base: Topology; corridors: CorridorGeometry }

const { jaugeGround: brought } = globalThis as { jaugeGround?: Brought }
const stage = document.querySelector<HTMLElement>('[data-first-map]')
if (brought) begin(brought)
askFor('soon')

function begin({ base, corridors }: Brought): void {
  const ground = groundOf(base)
  // For src/api/early.ts.
  Object.assign(globalThis, { jaugeEarly: { ground, corridors } })
  if (!stage) return
  drawFirstPicture(stage, { ground, ...corridors, states: statesShown() })
}

/** None where the reader's address has them hidden. */
function statesShown(): Situation['corridors'] {
  const hidden = new URLSearchParams(location.search).get('hide') ?? ''
  if (hidden.includes('corridors')) return []
  const text = document.getElementById('jauge-situation')?.textContent
  return text ? (JSON.parse(text) as Situation).corridors : []
}

/**
 * Code and words in the page's language, as the page names them: those of the map; once its code is there, those of what stands
 * around it, and what draws the charts, so that the line works while the processor draws. Whoever pays for each kilobyte has
 * the last once a chart comes into view.
 */
function askFor(what: 'soon' | 'then' | 'later'): void {
  const { lang } = document.documentElement
  for (const link of document.querySelectorAll<HTMLLinkElement>(`link[rel="${what}"]`)) {
    if (link.hreflang !== '' && link.hreflang !== lang) continue
    if (what === 'soon' && link.hreflang === '') link.addEventListener('load', askForTheRest)
    link.rel = 'modulepreload'
  }
}

function askForTheRest(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  askFor('then')
  if (connection?.saveData !== true) askFor('later')
}
