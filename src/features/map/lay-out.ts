import { declutter } from './declutter.ts'
import type { Box, Name } from './declutter.ts'

export type Lettered = {
  /** What stands where it must: tags, incidents, signs of what is not known. */
  fixed: readonly Box[]
  /** The news: they may move around their place, and the first come first. */
  convoys: readonly Name[]
  chips: readonly Name[]
  /** Geography, which gives way to all of it. */
  names: readonly Name[]
  symbols: readonly Box[]
}

const CENTRE = { left: -6, top: -6, width: 12, height: 12 }

/** Gives each its room on the map, counted from its own point; what gets none is missing from the answer. */
export function layOut({ fixed, convoys, chips, names, symbols }: Lettered): Map<string, Box> {
  const convoyRoom = declutter(convoys, fixed)
  const news = [...fixed, ...boxesOf(convoys, convoyRoom)]
  const chipRoom = declutter(chips, news)
  // A chip without room leaves a dot on its place, which names must not cover either.
  const dots = chips.filter(({ id }) => !chipRoom.has(id)).map((chip) => moved(CENTRE, chip))
  const nameRoom = declutter(names, [...news, ...boxesOf(chips, chipRoom), ...dots, ...symbols])
  return new Map([...convoyRoom, ...chipRoom, ...nameRoom])
}

function boxesOf(names: readonly Name[], room: ReadonlyMap<string, Box>): Box[] {
  return names.flatMap((name) => {
    const box = room.get(name.id)
    return box ? [moved(box, name)] : []
  })
}

/** The same box, counted from the corner of the map instead of from a point. */
export function moved(box: Box, { x, y }: { x: number; y: number }): Box {
  return { ...box, left: box.left + x, top: box.top + y }
}
