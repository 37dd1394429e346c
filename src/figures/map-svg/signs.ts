import type { Happening } from '#domain/happening.ts'
import type { Day } from '#domain/time.ts'
import type { Placed } from '#figures/map/clusters.ts'
import { ageOf, daysSince, markSize, tankersLost } from '#figures/map/happening-look.ts'
import type { Age } from '#figures/map/happening-look.ts'
import { AREA_FROM_METRES } from '#figures/map/spot.ts'
import { widthOf } from '#figures/svg/measure.ts'
import { text } from '#figures/svg/sheet.ts'
import type { Sheet } from '#figures/svg/sheet.ts'
import { el, num, path } from '#figures/svg/xml.ts'
import { number } from '#i18n/format.ts'
import type { Plan } from './plan.ts'

/** How strong an incident is drawn: as the screen does, by its age. */
const STRENGTH: Record<Age, number> = { recent: 1, month: 0.7, older: 0.4 }
const FILL: Record<Age, number> = { recent: 1, month: 0.55, older: 0.18 }

/** Signs are smaller where the land is. */
export function signScale({ pixelsPerDegree }: Plan): number {
  return Math.min(1.3, Math.max(0.66, pixelsPerDegree / 32))
}

/** Side of the square that an incident's sign takes, px. */
export function signRoom(happening: Happening, plan: Plan): number {
  return markSize(tankersLost(happening)) * 0.72 * signScale(plan) + 5
}

/** The area an incident lies in: a rough position must never look like a point. */
export function area(sheet: Sheet, { happening, spot }: Placed, at: Day, plan: Plan): string {
  if (spot.radiusMetres < AREA_FROM_METRES) return ''
  const { x, y } = plan.project(spot)
  const strength = STRENGTH[ageOf(daysSince(happening, at))]
  const colour = sheet.colour('--status-cut')
  return el('circle', {
    class: 'area',
    cx: x,
    cy: y,
    r: Math.max(3, (spot.radiusMetres / 1000) * plan.scale),
    fill: colour,
    'fill-opacity': 0.14 * strength,
    stroke: colour,
    'stroke-opacity': 0.5 * strength,
    'stroke-dasharray': '2 3',
  })
}

type Sign = { size: number; tankers: number | null; age: Age; claim: boolean }

/** A diamond: full with a known toll, hollow without one, hatched for a mere claim; paler as it grows old. */
export function incidentSign(
  sheet: Sheet,
  x: number,
  y: number,
  { size, tankers, age, claim }: Sign,
): string {
  const half = size * 0.5
  const d = path('M', x, y - half, 'l', half, half, -half, half, -half, -half, 'z')
  const red = sheet.colour('--status-cut')
  const isHollow = claim || tankers === null
  const isNumbered = tankers !== null && size >= 18
  return (
    el('path', {
      d,
      fill: sheet.colour('--land-focus'),
      stroke: sheet.colour('--land-focus'),
      'stroke-width': 3.5,
    }) +
    el('path', {
      d,
      fill: isHollow ? 'none' : red,
      'fill-opacity': isHollow || age === 'recent' ? null : FILL[age],
      stroke: red,
      'stroke-width': age === 'older' ? 1.1 : 1.6,
      'stroke-dasharray': claim ? '2 1.5' : null,
    }) +
    (isNumbered
      ? text(sheet, x, y + size * 0.155, String(tankers), {
          size: Math.round(size * 4.2) / 10,
          face: 'strong',
          anchor: 'middle',
          colour: age === 'recent' ? '--land-focus' : '--ink',
        })
      : '')
  )
}

export function incident(sheet: Sheet, placed: Placed, at: Day, plan: Plan): string {
  const { happening, spot, aside } = placed
  const { x, y } = plan.project(spot)
  const tankers = tankersLost(happening)
  const look = {
    size: markSize(tankers) * signScale(plan),
    tankers,
    age: ageOf(daysSince(happening, at)),
    claim: happening.claim,
  }
  const sign = incidentSign(sheet, x + aside, y, look)
  return el('g', { class: 'incident', 'data-event': happening.id }, sign)
}

const TANKER =
  'M3.5 1.5h7a3.25 3.25 0 0 1 0 6.5h-7a3.25 3.25 0 0 1 0-6.5zM15 3h2.3L19.5 5.8V9H15zM1 8.5h18v1H1zM5 8.3a1.7 1.7 0 1 0 .01 0zM9 8.3a1.7 1.7 0 1 0 .01 0zM16.5 8.3a1.7 1.7 0 1 0 .01 0z'

/** A tanker in a box, with how many there were: hollow where nobody counted them. */
export function convoySign(
  sheet: Sheet,
  x: number,
  y: number,
  { tankers, claim }: { tankers: number | null; claim: boolean },
): string {
  const size = sheet.type.tick
  const { width, height } = convoyRoom(sheet, tankers)
  const isFull = tankers !== null && !claim
  const [fill, ink] = isFull ? ['--accent', '--accent-ink'] : ['--land-focus', '--accent']
  const scale = size / 12
  return (
    el('rect', {
      x,
      y,
      width,
      height,
      rx: 3,
      fill: sheet.colour(fill),
      stroke: sheet.colour(isFull ? '--land-focus' : '--accent'),
      'stroke-width': 1.25,
      'stroke-dasharray': claim ? '3 2' : null,
    }) +
    el('path', {
      d: TANKER,
      fill: sheet.colour(ink),
      transform: `translate(${num(x + 5)} ${num(y + height / 2 - 6 * scale)}) scale(${num(scale)})`,
    }) +
    (tankers === null
      ? ''
      : text(
          sheet,
          x + 5 + 20 * scale + 4,
          y + height / 2 + size * 0.36,
          number(tankers, sheet.scene.lang, 0),
          {
            size,
            face: 'strong',
            colour: ink,
          },
        ))
  )
}

export function convoyRoom(
  sheet: Sheet,
  tankers: number | null,
): { width: number; height: number } {
  const size = sheet.type.tick
  const count = tankers === null ? '' : number(tankers, sheet.scene.lang, 0)
  const label = count === '' ? 0 : widthOf(count, 'strong', size) + 4
  return { width: 10 + (20 * size) / 12 + label, height: size + 8 }
}
