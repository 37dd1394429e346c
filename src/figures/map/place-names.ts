import type { Place } from '#domain/place.ts'

export type Symbol = 'capital' | 'port' | 'border' | 'depot' | 'town'

const SYMBOLS: Partial<Record<Place['kind'], Symbol>> = {
  capital: 'capital',
  port: 'port',
  border: 'border',
  depot: 'depot',
  town: 'town',
}

/** What a place is marked with; null for what is no point, such as a country or a road. */
export function symbolOf({ kind }: Pick<Place, 'kind'>): Symbol | null {
  return SYMBOLS[kind] ?? null
}

/** The zoom from which a name may be printed, by rank: a map that names everything names nothing. */
const FROM_ZOOM: Record<Place['rank'], number> = { 1: 0, 2: 6.5, 3: 7.5 }

/** The zoom from which a place is shown. What lies within a town (its port, its depot) waits for the closest look. */
export function zoomOf({ rank, parent, kind }: Pick<Place, 'rank' | 'parent' | 'kind'>): number {
  if (parent !== null) return 9
  return kind === 'border' ? FROM_ZOOM[rank] + 0.5 : FROM_ZOOM[rank]
}
