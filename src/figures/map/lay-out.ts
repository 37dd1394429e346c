import { BoxGrid } from './box-grid.ts'
import { declutter } from '#figures/map/declutter.ts'
import type { Box, Name } from '#figures/map/declutter.ts'

export type Lettered = {
  /** What nothing may cover: the tags of the ways in, the edge of the sheet. */
  hard: readonly Box[]
  /** What is better not covered: incidents, signs of what is not known. */
  soft: readonly Box[]
  /** Readings, convoys and the first name: they may move around their place, by rank. */
  news: readonly Name[]
  /** Geography, which gives way to all of it. */
  names: readonly Name[]
  symbols: readonly Box[]
}

const CENTRE = { left: -6, top: -6, width: 12, height: 12 }

/** Gives each its room on the map, counted from its own point; what gets none is missing from the answer. */
export function layOut({ hard, soft, news, names, symbols }: Lettered): Map<string, Box> {
  const needed = news.filter(({ must }) => must)
  const taken = new BoxGrid([...hard, ...soft])
  const kept = declutter(needed, taken)
  const left = needed.filter(({ id }) => !kept.has(id))
  const forced = declutter(left, [...hard, ...boxesOf(needed, kept)])
  for (const box of boxesOf(left, forced)) taken.add(box)
  const others = news.filter(({ must }) => !must)
  const room = new Map([...kept, ...forced, ...declutter(others, taken)])
  // What finds no room leaves a dot on its place, which names must not cover either.
  for (const each of news) if (!room.has(each.id)) taken.add(moved(CENTRE, each))
  for (const box of symbols) taken.add(box)
  return new Map([...room, ...declutter(names, taken)])
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
