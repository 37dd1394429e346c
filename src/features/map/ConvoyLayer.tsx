import { Pane, Polyline } from 'react-leaflet'
import type { Corridor, Leg } from '#domain/corridor.ts'
import { number, shortDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { Placed } from './clusters.ts'
import { titleOf } from './facts-words.ts'
import { tankersArrived } from './happening-look.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import type { Places } from './spot.ts'
import { TankerSign } from './TankerSign.tsx'

type Props = {
  placed: readonly Placed[]
  places: Places
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  lang: Lang
  say: Say
  onChoose: (id: string) => void
}

/** Convoys of the last days at the place they reached, with their tankers, and the road where it is known. */
export function ConvoyLayer({ placed, places, corridors, legs, lang, say, onChoose }: Props) {
  const roads = new Set(placed.flatMap(({ happening }) => happening.corridor?.corridor ?? []))
  return (
    <>
      <Pane name="convoy-roads" style={{ zIndex: 410 }}>
        {corridors
          .filter(({ id }) => roads.has(id))
          .map((corridor) => (
            <Polyline
              key={corridor.id}
              positions={
                corridor.legs.map(
                  (id) => legs.get(id)?.line.map(([lon, lat]) => [lat, lon] as const) ?? [],
                ) as [number, number][][]
              }
              interactive={false}
              pathOptions={{ color: 'var(--accent)', weight: 14, opacity: 0.22 }}
            />
          ))}
      </Pane>
      {placed.map(({ happening, spot, aside }) => {
        const tankers = tankersArrived(happening)
        const count = tankers === null ? say('map.unknown') : number(tankers, lang, 0)
        return (
          <Mark key={happening.id} lat={spot.lat} lon={spot.lon} front={400}>
            <button
              type="button"
              className={styles['convoy']}
              style={{ top: CONVOY_LIFT + aside }}
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

/** Convoys stand above their place, one over the other, so that its name and its queue stay readable. */
export const CONVOY_STEP = 26
export const CONVOY_LIFT = -22
