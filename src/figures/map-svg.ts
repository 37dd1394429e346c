import { inRows } from './map/clusters.ts'
import type { MapFigure } from './map-figure.ts'
import { names, tags, townSigns } from './map-svg/draw-letters.ts'
import { mapKey } from './map-svg/key.ts'
import { lettersOf } from './map-svg/lettering.ts'
import { groundOf, lineOf, planOf } from './map-svg/plan.ts'
import type { BaseMap, Plan } from './map-svg/plan.ts'
import { drawRoads } from './map-svg/roads.ts'
import { area, convoySign, incident, signRoom } from './map-svg/signs.ts'
import { tankersArrived } from './map/happening-look.ts'
import { framed } from './svg/frame.ts'
import { markAcross } from './svg/mark.ts'
import { sheetOf, stack, text } from './svg/sheet.ts'
import type { Block, Sheet, SvgOptions } from './svg/sheet.ts'
import { el, num, path } from './svg/xml.ts'

const LEAST = 180

/** The corridor map as a picture, in the same frame as the charts; `base` is public/geo/base.topo.json. */
export function mapSvg(figure: MapFigure, base: BaseMap, options: SvgOptions): string {
  const sheet = sheetOf(options)
  const { mark, title, subtitle, credit, alt } = figure
  return framed(sheet, options, { mark, title, others: [], subtitle, credit, alt }, (height) => {
    const key = mapKey(sheet, figure)
    const usual = sheet.width * (sheet.width < 480 ? 0.78 : 0.63)
    const room = height === null ? usual : Math.max(LEAST, height - key.height - 8)
    return stack([
      { ...drawnMap(sheet, figure, base, Math.round(room)), gap: 0 },
      { ...key, gap: 8 },
    ])
  })
}

function drawnMap(sheet: Sheet, figure: MapFigure, base: BaseMap, height: number): Block {
  const plan = planOf(sheet.width, height)
  const sized = (all: MapFigure['incidents']) =>
    inRows(
      all.map(({ happening }) => happening),
      figure.places,
      (each) => signRoom(each, plan),
    )
  const incidents = sized(figure.incidents)
  const letters = lettersOf(sheet, { ...figure, incidents }, plan)
  const { at, mark, roads } = figure
  const clip = `${sheet.id}-clip`
  const frame = { width: plan.width, height }
  return {
    height,
    draw: (y) =>
      el(
        'g',
        { class: 'map', transform: `translate(0 ${num(y)})` },
        el('defs', {}, el('clipPath', { id: clip }, el('rect', frame))),
        el(
          'g',
          { 'clip-path': `url(#${clip})` },
          ground(sheet, base, plan),
          convoyRoads(sheet, figure, plan),
          ...incidents.map((placed) => area(sheet, placed, at, plan)),
          drawRoads(sheet, roads, plan),
          townSigns(sheet, letters, plan),
          names(sheet, letters),
          // The newest lies on top.
          ...incidents.toReversed().map((placed) => incident(sheet, placed, at, plan)),
          ...letters.convoys.map(({ placed: { happening }, box }) =>
            el(
              'g',
              { class: 'convoy', 'data-event': happening.id },
              convoySign(sheet, box.left, box.top, {
                tankers: tankersArrived(happening),
                claim: happening.claim,
              }),
            ),
          ),
          tags(sheet, roads.states, letters),
          scaleBar(sheet, plan),
          mark === null
            ? ''
            : markAcross(sheet, mark, { left: 0, right: plan.width, top: 0, bottom: height }),
        ),
        el('rect', { ...frame, fill: 'none', stroke: sheet.colour('--line-strong') }),
      ),
  }
}

function ground(sheet: Sheet, base: BaseMap, plan: Plan): string {
  const { focus, land, rivers, lakes, borders } = groundOf(base, plan)
  const fill = (d: string, colour: string) => el('path', { d, fill: sheet.colour(colour) })
  const line = (d: string, colour: string, width: number) =>
    el('path', { d, fill: 'none', stroke: sheet.colour(colour), 'stroke-width': width })
  return el(
    'g',
    { class: 'ground', 'stroke-linejoin': 'round' },
    el('rect', { width: plan.width, height: plan.height, fill: sheet.colour('--sea') }),
    fill(land, '--land'),
    fill(focus, '--land-focus'),
    line(rivers, '--water', 1.1),
    fill(lakes, '--water'),
    line(borders, '--border', 0.9),
  )
}

/** The road that a convoy of these days took, where it is known. */
function convoyRoads(sheet: Sheet, { roads, convoys }: MapFigure, plan: Plan): string {
  const taken = new Set(convoys.flatMap(({ happening }) => happening.corridor?.corridor ?? []))
  const legs = roads.corridors.filter(({ id }) => taken.has(id)).flatMap((each) => each.legs)
  const d = legs.map((id) => lineOf(roads.legs.get(id)?.line ?? [], plan)).join('')
  if (d === '') return ''
  return el('path', {
    d,
    fill: 'none',
    stroke: sheet.colour('--ink'),
    'stroke-width': 11,
    'stroke-opacity': 0.14,
    'stroke-linejoin': 'round',
  })
}

/** A round number of kilometres that takes about a seventh of the width. */
function scaleBar(sheet: Sheet, { width, height, scale }: Plan): string {
  const km = [500, 400, 300, 200, 100].find((each) => each * scale <= width / 6) ?? 100
  const size = sheet.type.tick - 1
  const [x, y] = [10, height - 10]
  return (
    el('path', {
      d: path('M', x, y - 4, 'v', 4, 'h', km * scale, 'v', -4),
      fill: 'none',
      stroke: sheet.colour('--ink-2'),
    }) +
    text(sheet, x + 4, y - 4, sheet.scene.say('embed.map.scale', { km }), {
      size,
      colour: '--ink-2',
    })
  )
}
