import { Pane, Polyline } from 'react-leaflet'
import type { Corridor, Leg } from '#domain/corridor.ts'
import { number, shortDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { Placed } from '#figures/map/clusters.ts'
import type { Box } from '#figures/map/declutter.ts'
import { titleOf } from '#figures/map/facts-words.ts'
import { tankersArrived } from '#figures/map/happening-look.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import type { Places } from '#figures/map/spot.ts'
import { TankerSign } from './TankerSign.tsx'

type Props = {
  /** Beside or above its place, wherever there is room. */
  room: ReadonlyMap<string, Box>
  placed: readonly Placed[]
  places: Places
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  lang: Lang
  say: Say
  onChoose: (id: string) => void
}

/** Convoys of the last days at the place they reached, with their tankers, and the road where it is known. */
export function ConvoyLayer({ room, placed, places, corridors, legs, lang, say, onChoose }: Props) {
  const roads = new Set(placed.flatMap(({ happening }) => happening.corridor?.corridor ?? []))
  return (
    <>
      <Pane name="convoy-roads" style={{ zIndex: 410 }}>
        {corridors
          .filter(({ id }) => roads.has(id))
          .map((corridor) => (
            <Polyline
              key={corridor.id}
              positions={roadOf(corridor, legs)}
              interactive={false}
              pathOptions={{ color: 'var(--ink)', weight: 13, opacity: 0.15 }}
            />
          ))}
      </Pane>
      {placed.map(({ happening, spot }) => {
        const tankers = tankersArrived(happening)
        const box = room.get(happening.id) ?? ABOVE
        const count = tankers === null ? say('map.unknown') : number(tankers, lang, 0)
        return (
          <Mark key={happening.id} lat={spot.lat} lon={spot.lon} front={400}>
            <button
              type="button"
              className={styles['convoy']}
              style={{ left: box.left, top: box.top, width: box.width }}
              data-mark={`event ${happening.id}`}
              data-kind={happening.claim ? 'claim' : tankers === null ? 'hollow' : 'full'}
              aria-haspopup="dialog"
              aria-label={[
                titleOf(happening, places, lang, say),
                shortDay(happening.period.from, lang, true),
                tankers === null
                  ? say('say.toll-unknown')
                  : say('count.tankersArrived', { n: tankers, value: count }),
              ].join(', ')}
              onClick={() => onChoose(happening.id)}
            >
              <TankerSign />
              {tankers !== null && count}
            </button>
          </Mark>
        )
      })}
    </>
  )
}

/** Where a convoy stands when everything around it is taken: it is never left out. */
const ABOVE: Box = { left: -32, top: -32, width: 64, height: 24 }

function roadOf({ legs: ids }: Corridor, legs: Props['legs']): [number, number][][] {
  return ids.map((id) => (legs.get(id)?.line ?? []).map(([lon, lat]) => [lat, lon]))
}
