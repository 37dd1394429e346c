import { memo, useMemo } from 'react'
import type { Corridor, Leg } from '#domain/corridor.ts'
import { number, shortDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { convoysText, herdText } from './chip-text.ts'
import type { Box } from '#figures/map/declutter.ts'
import { titleOf } from '#figures/map/facts-words.ts'
import { convoyRoadsDrawing } from './corridor-drawing.ts'
import { onWorld } from '#figures/map/ground.ts'
import { useDrawing } from './use-drawing.ts'
import { herdTankers } from './gather.ts'
import type { Herd } from './gather.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import type { Chosen } from './OpenPopup.tsx'
import type { Places } from '#figures/map/spot.ts'
import { TankerSign } from './TankerSign.tsx'

type Props = {
  /** Beside or above its place, wherever there is room. */
  room: ReadonlyMap<string, Box>
  herds: readonly Herd[]
  places: Places
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  lang: Lang
  say: Say
  onChoose: (chosen: Chosen) => void
}

/** Convoys of the last days at the place they reached, with their tankers, and the road where it is known. */
export const ConvoyLayer = memo(function ConvoyLayer({
  room,
  herds,
  places,
  corridors,
  legs,
  lang,
  say,
  onChoose,
}: Props) {
  useDrawing(
    'base',
    1,
    useMemo(() => {
      const roads = herds.flat().flatMap(({ happening }) => happening.corridor?.corridor ?? [])
      const used = corridors.filter(({ id }) => roads.includes(id))
      return convoyRoadsDrawing(used.flatMap((corridor) => roadOf(corridor, legs)))
    }, [herds, corridors, legs]),
  )
  return (
    <>
      {herds.map((herd) => {
        const [{ happening, spot }] = herd
        const { id, claim, period } = happening
        const tankers = herdTankers(herd)
        const box = room.get(id) ?? ABOVE
        const kind = tankers === null ? 'hollow' : 'full'
        const isOne = herd.length === 1
        const toll =
          tankers === null
            ? say('say.toll-unknown')
            : say('count.tankersArrived', { n: tankers, value: number(tankers, lang, 0) })
        const name = isOne
          ? [titleOf(happening, places, lang, say), shortDay(period.from, lang, true), toll]
          : [convoysText(herd.length, lang, say), toll]
        return (
          <Mark key={id} lat={spot.lat} lon={spot.lon} front={400}>
            <button
              type="button"
              className={styles['convoy']}
              style={{ left: box.left, top: box.top, width: box.width }}
              data-mark={`event ${id}`}
              data-kind={isOne && claim ? 'claim' : kind}
              aria-haspopup="dialog"
              aria-label={name.join(', ')}
              onClick={() =>
                onChoose(
                  isOne
                    ? { kind: 'convoy', id }
                    : { kind: 'convoys', id, ids: herd.map((each) => each.happening.id) },
                )
              }
            >
              <TankerSign />
              {herdText(herd, lang, say)}
            </button>
          </Mark>
        )
      })}
    </>
  )
})

/** Where a convoy stands when everything around it is taken: it is never left out. */
const ABOVE: Box = { left: -32, top: -32, width: 64, height: 24 }

function roadOf({ legs: ids }: Corridor, legs: Props['legs']) {
  return ids.map((id) => (legs.get(id)?.line ?? []).map(([lon, lat]) => onWorld(lon, lat)))
}
