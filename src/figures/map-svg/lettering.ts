import type { Axis } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import { letteringOf, shownAt, symbolBoxes } from '#figures/map/arrange.ts'
import type { Lettering } from '#figures/map/arrange.ts'
import type { Placed } from '#figures/map/clusters.ts'
import type { Box, Name, Side } from '#figures/map/declutter.ts'
import { tankersArrived } from '#figures/map/happening-look.ts'
import { layOut, moved } from '#figures/map/lay-out.ts'
import type { Places } from '#figures/map/spot.ts'
import { tagSpots } from '#figures/map/tag-spots.ts'
import { widthOf } from '#figures/svg/measure.ts'
import type { Face } from '#figures/svg/measure.ts'
import type { Sheet } from '#figures/svg/sheet.ts'
import { zoomOf } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Roads } from './roads.ts'
import { convoyRoom, signRoom } from './signs.ts'

export type Shown = ReturnType<typeof shownAt>
type Given = {
  roads: Roads
  places: Places
  incidents: readonly Placed[]
  convoys: readonly Placed[]
}

/** Where everything lettered stands; boxes count from the corner of the map. */
export type Letters = {
  tags: ReadonlyMap<Axis, Box>
  convoys: readonly { placed: Placed; box: Box }[]
  names: readonly { name: Lettering; box: Box; font: Font }[]
  towns: Shown
}

export type Font = { size: number; face: Face }

const UP: readonly Side[] = ['above', 'above-right', 'above-left', 'right', 'left', 'below']

/** The fonts of names are named as a style sheet does: "600 12px". */
function fontFrom(font: string, { type }: Sheet): Font {
  const [, weight, size] = /^(?:(\d+) )?(\d+)px$/.exec(font) ?? []
  const scale = type.tick / 12
  return { size: Number(size ?? 12) * scale, face: weight === undefined ? 'sans' : 'strong' }
}

/** Gives each its room, so that nothing covers anything; what gets none is left out, but never a convoy. */
export function lettersOf(
  sheet: Sheet,
  { roads, places, incidents, convoys }: Given,
  plan: Plan,
): Letters {
  const { project, width, height } = plan
  const zoom = zoomOf(plan)
  const towns = shownAt(zoom, places.values()).filter((town) => {
    const { x, y } = project(town)
    return x > 4 && x < width - 4 && y > 4 && y < height - 4
  })
  const measure = (text: string, font: string) => {
    const { size, face } = fontFrom(font, sheet)
    return widthOf(text, face, size)
  }
  const line = sheet.type.tick * 1.25
  const names = letteringOf(towns, { zoom, lang: sheet.scene.lang, project, measure }).map(
    (name) => ({ ...name, height: line }),
  )
  const edges = edgesOf(plan)
  const spots = tagSpots(roads.states, {
    ...roads,
    over: edges,
    project,
    boxOf: (state) => tagBox(sheet, state),
  })
  const tags = new Map([...spots].map(([axis, { box }]) => [axis, within(plan, box)]))
  const soft = incidents.map(({ happening, spot, aside }) => {
    const { x, y } = project(spot)
    const size = signRoom(happening, plan)
    return { left: x + aside - size / 2, top: y - size / 2, width: size, height: size }
  })
  const news = convoys.map(({ happening, spot }, index): Name => ({
    id: happening.id,
    ...project(spot),
    ...convoyRoom(sheet, tankersArrived(happening)),
    rank: 1 + index / 100,
    reach: 8,
    sides: UP,
    must: true,
  }))
  const isFirst = ({ rank }: Name) => rank === 0
  const room = layOut({
    hard: [...edges, ...tags.values()],
    soft,
    news: [...names.filter(isFirst).map((name) => ({ ...name, must: true })), ...news],
    names: names.filter((name) => !isFirst(name)),
    symbols: symbolBoxes(towns, project),
  })
  return {
    tags,
    convoys: convoys.map((placed, index) => {
      const { width = 0, height = 0 } = news[index] ?? {}
      // Where everything around it is taken it stands above its place: it is never left out.
      const above = { left: -width / 2, top: -height - 8, width, height }
      const box = room.get(placed.happening.id) ?? above
      return { placed, box: within(plan, moved(box, project(placed.spot))) }
    }),
    names: names.flatMap((name) => {
      const box = room.get(name.id)
      return box ? [{ name, box: moved(box, name), font: fontFor(name, places, sheet) }] : []
    }),
    towns,
  }
}

function fontFor({ kind, id, rank }: Lettering, places: Places, sheet: Sheet): Font {
  if (kind === 'country') return fontFrom('600 11px', sheet)
  if (rank === 0) return fontFrom('700 15px', sheet)
  return fontFrom(places.get(id)?.rank === 1 ? '600 12px' : '12px', sheet)
}

/** Nothing may be lettered beyond the map. */
function edgesOf({ width, height }: Plan): Box[] {
  const far = 1e5
  return [
    { left: -far, top: -far, width: far + 2, height: 3 * far },
    { left: width - 2, top: -far, width: far, height: 3 * far },
    { left: -far, top: -far, width: 3 * far, height: far + 2 },
    { left: -far, top: height - 2, width: 3 * far, height: far },
  ]
}

/** Padding of a tag, and what its piece of road takes. */
export const TAG = { side: 6, top: 4, sample: 24, gap: 4 } as const

/** True where a tag has room for a name and a piece of road: the key then says what that means. */
export function isCompact({ width }: Pick<Sheet, 'width'>): boolean {
  return width < 480
}

/** The room of a way in's tag, around its point. */
function tagBox(sheet: Sheet, { axis, status }: CorridorState): Box {
  const { say } = sheet.scene
  const { tick: size } = sheet.type
  const name = widthOf(say(`axis.${axis}`), 'strong', size)
  const word = widthOf(say(`status.${status}`), 'sans', size)
  const inside = isCompact(sheet)
    ? TAG.sample + TAG.gap + name
    : Math.max(name, TAG.sample + TAG.gap + word)
  const width = 2 * TAG.side + inside
  const height = 2 * TAG.top + size * (isCompact(sheet) ? 1.1 : 2.5)
  return { left: -width / 2, top: -height / 2, width, height }
}

/** The same box, wholly on the map. */
function within({ width, height }: Plan, box: Box): Box {
  const [left, top] = [
    Math.min(width - box.width - 4, box.left),
    Math.min(height - box.height - 4, box.top),
  ]
  return { ...box, left: Math.max(4, left), top: Math.max(4, top) }
}
