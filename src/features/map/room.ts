import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Site } from '#domain/site.ts'
import { isFirst, letteringOf, shownAt, symbolBoxes } from '#figures/map/arrange.ts'
import type { Placed } from '#figures/map/clusters.ts'
import type { Box, Name, Side } from '#figures/map/declutter.ts'
import { onWorld } from '#figures/map/ground.ts'
import { tankersLost } from '#figures/map/happening-look.ts'
import { layOut, moved } from '#figures/map/lay-out.ts'
import type { Places } from '#figures/map/spot.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { BOX } from './extent.ts'
import { chipText, herdText } from './chip-text.ts'
import { gathered } from './gather.ts'
import { markRoom, pressableOf, TARGET } from './pressable.ts'
import type { Chip } from './site-chips.ts'

export type Given = {
  places: Places
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  states: readonly CorridorState[]
  sites: readonly Site[]
  convoys: readonly Placed[]
  incidents: readonly Placed[]
  lang: Lang
  say: Say
}

type At = { lat: number; lon: number }
type Asked = Pick<Given, 'places' | 'convoys' | 'incidents' | 'lang' | 'say'> & {
  zoom: number
  /** Pixels for one of the world at zoom 0. */
  scale: number
  chips: readonly Chip[]
  tags: readonly Box[]
  over: readonly Box[]
  /** Width of a text in pixels. */
  measure: (text: string, font: string) => number
}

const NEWS_HEIGHT = 24
const UP: readonly Side[] = ['above', 'above-right', 'above-left', 'right', 'left', 'below']
const DOWN: readonly Side[] = ['below', 'right', 'left', 'below-right', 'below-left', 'above']

/** Where everything lettered stands at a zoom, so that nothing covers anything, and what of it can be pressed. */
export function roomOf(asked: Asked) {
  const { zoom, scale, places, chips, convoys, incidents, tags, over, lang, say, measure } = asked
  const project = ({ lat, lon }: At) => {
    const { x, y } = onWorld(lon, lat)
    return { x: x * scale, y: y * scale }
  }
  const around = (at: { x: number; y: number }, size: number, left = 0): Box =>
    moved({ left: left - size / 2, top: -size / 2, width: size, height: size }, at)
  const onScreen = ({ world: { x, y } }: Chip) => ({ x: x * scale, y: y * scale })
  const near = shownAt(zoom, places.values())
  const names = letteringOf(near, { zoom, lang, project, measure })
  const known = chips.filter(({ look }) => look.reading !== null)
  const attacks = incidents.map(({ happening, spot, aside }) => {
    const size = markRoom(tankersLost(happening))
    return { id: happening.id, box: around(project(spot), size, aside) }
  })
  const hard = [
    // The reader cannot move the map beyond the sheet, so nothing may be lettered there.
    ...marginsOf(project({ lat: 0, lon: BOX[0][1] }).x, project({ lat: 0, lon: BOX[1][1] }).x),
    ...tags,
    ...over,
  ]
  const unknown = chips.filter(({ look }) => look.reading === null)
  const soft = [
    ...attacks.map(({ box }) => box),
    ...unknown.map((chip) => around(onScreen(chip), 16)),
  ]
  const herds = gathered(convoys, project)
  const arrivals = herds.map((herd, i): Name => {
    const [{ happening, spot }] = herd
    const text = herdText(herd, lang, say)
    return {
      id: happening.id,
      ...project(spot),
      width: 36 + (text ? measure(text, '700 12px') + 4 : 0),
      height: NEWS_HEIGHT,
      rank: 1 + i / 100,
      reach: 8,
      sides: UP,
      must: true,
    }
  })
  const texts = new Map(known.map(({ id, look }) => [id, chipText(look, lang, say)]))
  const readings = known.map((chip) =>
    nameOf(chip, onScreen(chip), texts.get(chip.id) ?? '', asked),
  )
  // The name of the place it is all about is never left out for the news around it.
  const first = names.filter(({ rank }) => rank === 0).map((name) => ({ ...name, must: true }))
  const room = layOut({
    hard,
    soft,
    news: [...first, ...arrivals, ...readings],
    names: names.filter(({ rank }) => rank !== 0),
    symbols: symbolBoxes(near, project),
  })
  const lettered = [...arrivals, ...readings].flatMap((name) => {
    const box = room.get(name.id)
    return box ? [{ id: name.id, box: moved(box, name) }] : []
  })
  const bare = known
    .filter(({ id }) => !room.has(id))
    .map((chip) => ({ id: chip.id, box: around(onScreen(chip), TARGET) }))
  return {
    herds,
    shown: near,
    letterings: names,
    texts,
    room,
    pressable: pressableOf([...lettered, ...attacks, ...bare], hard),
  }
}

export const CHIP_FONT = '600 12px'

function nameOf(
  { id, site }: Chip,
  at: { x: number; y: number },
  text: string,
  { places, measure }: Asked,
): Name {
  const place = places.get(site.place)
  // Bamako's reading comes before any convoy, and the convoys before the other towns.
  const must = place !== undefined && isFirst(place)
  return {
    id,
    ...at,
    width: 28 + (text ? measure(text, CHIP_FONT) + 5 : 0),
    height: NEWS_HEIGHT,
    rank: must ? 0 : 2 + (place?.rank ?? 3),
    reach: 8,
    sides: DOWN,
    must,
  }
}

function marginsOf(west: number, east: number): Box[] {
  const margin = { top: -1e6, width: 1e6, height: 1e7 }
  return [
    { ...margin, left: west - 1e6 },
    { ...margin, left: east },
  ]
}
