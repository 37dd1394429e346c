import { memo } from 'react'
import type { Place } from '#domain/place.ts'
import { fontOf, isFirst } from '#figures/map/arrange.ts'
import type { Lettering } from '#figures/map/arrange.ts'
import type { Box } from '#figures/map/declutter.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import { PlaceSymbol } from './PlaceSymbol.tsx'
import { symbolOf } from '#figures/map/place-names.ts'
import type { Places } from '#figures/map/spot.ts'

type Props = {
  shown: readonly (Place & { lat: number; lon: number })[]
  letterings: readonly Lettering[]
  room: ReadonlyMap<string, Box>
  places: Places
}

/** Signs and names of towns, ports and borders. For the eye only: the list says where things are. */
export const NameLayer = memo(function NameLayer({ shown, letterings, room, places }: Props) {
  return (
    <>
      {shown.map((place) => (
        <Mark key={place.id} lat={place.lat} lon={place.lon} front={-2000}>
          <PlaceSymbol symbol={symbolOf(place) ?? 'town'} />
        </Mark>
      ))}
      {letterings.map(({ id, kind, text, lat, lon }) => {
        const box = room.get(id)
        if (!box) return null
        const place = places.get(id)
        const font = place ? { font: `${fontOf(place)} var(--sans)` } : {}
        return (
          <Mark key={`${kind} ${id}`} lat={lat} lon={lon} front={frontOf(kind, place)}>
            <span
              aria-hidden="true"
              className={styles[kind]}
              style={{ left: box.left, top: box.top, width: box.width, ...font }}
            >
              {text}
            </span>
          </Mark>
        )
      })}
    </>
  )
})

/** Bamako's name lies over the signs of what is not known around it; all other names lie under everything. */
function frontOf(kind: Lettering['kind'], place: Place | undefined): number {
  if (kind === 'country') return -3000
  return place && isFirst(place) ? 150 : -1000
}
