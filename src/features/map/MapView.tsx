import { useMemo, useState } from 'react'
import { MAY_BE_DEMO } from '#api/data-mode.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Happening } from '#domain/happening.ts'
import type { Day } from '#domain/time.ts'
import { longDay } from '#i18n/format.ts'
import { markOf } from '#i18n/mark.ts'
import { ChipLink } from '#ui/Button.tsx'
import type { MapPart } from '#ui/screen.ts'
import { inRows, withoutSpot } from '#figures/map/clusters.ts'
import { arrivedLately, begunBy, tankersLost } from '#figures/map/happening-look.ts'
import { markRoom } from './pressable.ts'
import { Legend, StatusKey } from './Legend.tsx'
import styles from './map.module.css'
import { MapCanvas } from './MapCanvas.tsx'
import { MapEdge } from './MapEdge.tsx'
import { goToList, MapList } from './MapList.tsx'
import { MapNotes } from './MapNotes.tsx'
import { MapWatermark } from './MapWatermark.tsx'
import { MarkLayers } from './MarkLayers.tsx'
import { OpenPopup } from './OpenPopup.tsx'
import type { Chosen } from './OpenPopup.tsx'
import { MANY, REACHABLE } from './site-chips.ts'
import { configuredTiles } from './tiles.ts'
import { sameItems, sameText, useSame } from './use-same.ts'
import type { useGeography, useMapData } from './use-map-data.ts'

type Props = MapPart & {
  geo: NonNullable<ReturnType<typeof useGeography>['data']>
  data: ReturnType<typeof useMapData>
  at: Day
}

const NONE: readonly never[] = []

/** Map, legend and list of one moment: all three are given the very same things. */
export function MapView(props: Props) {
  const { geo, data, at, hidden, lang, say, dataMode, reader, onOpen, share, onPainted } = props
  const { base, corridors, legs, places } = geo
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [tiles] = useState(configuredTiles)

  const shows = (layer: (typeof hidden)[number]) => !hidden.includes(layer)
  const states = shows('corridors') ? (data.situation.data?.corridors ?? null) : null
  const features = data.sites.data?.features
  const sites = useMemo(() => features?.map(({ properties }) => properties) ?? null, [features])
  const convoys = useMemo(
    () => listed(data.convoys.data, at, arrivedLately),
    [data.convoys.data, at],
  )
  const incidents = useMemo(
    () => listed(data.incidents.data, at, begunBy),
    [data.incidents.data, at],
  )

  const shownSites = shows('places') ? sites : null
  const shownConvoys = shows('convoys') ? convoys : null
  const shownIncidents = shows('incidents') ? incidents : null
  // A step to another day must not draw anew what it leaves as it is.
  const drawnStates = useSame(states ?? NONE, sameLooks)
  const drawnSites = useSame(shownSites ?? NONE, sameText)
  const drawnConvoys = useSame(shownConvoys ?? NONE, sameItems)
  const drawnIncidents = useSame(shownIncidents ?? NONE, sameItems)
  const convoyRows = useMemo(() => inRows(drawnConvoys, places, () => 0), [drawnConvoys, places])
  const incidentRows = useMemo(
    () => inRows(drawnIncidents, places, (each) => markRoom(tankersLost(each))),
    [drawnIncidents, places],
  )
  const mark = markOf(dataMode, reader, say)
  const n = shownSites?.length ?? 0
  const keys = `${say('map.keys')}${n > MANY ? ` ${say('map.many', { n, most: REACHABLE })}` : ''}`
  const facts = { at, places, lang, say, reader, onOpen }
  const unplaced = withoutSpot(
    [...(shownConvoys ?? NONE), ...(shownIncidents ?? NONE)],
    places,
  ).length

  return (
    <>
      <div
        className={styles['stage']}
        role="region"
        aria-label={say('map.label', { day: longDay(at, lang) })}
      >
        <button type="button" className={styles['skip']} onClick={goToList}>
          {say('map.skip')}
        </button>
        <MapCanvas {...{ base, corridors, legs, tiles, say, onPainted }} label={keys}>
          {MAY_BE_DEMO && mark && <MapWatermark mark={mark} />}
          <MarkLayers
            {...{ places, corridors, legs, at, lang, say, onOpen }}
            states={drawnStates}
            sites={drawnSites}
            convoys={convoyRows}
            incidents={incidentRows}
            onChoose={setChosen}
          />
          <OpenPopup
            {...{ chosen, facts, mark }}
            sites={shownSites ?? NONE}
            placed={[...convoyRows, ...incidentRows]}
            onClose={(closed) => setChosen((now) => (now === closed ? null : now))}
          />
        </MapCanvas>
        <MapEdge {...{ mark, tiles }} day={longDay(at, lang)} />
      </div>
      <StatusKey say={say} />
      <div className={styles['foot']}>
        <Legend {...{ at, lang, say }} sites={n} />
        <MapList
          {...facts}
          {...{ mark, states, corridors, legs }}
          sites={shownSites}
          convoys={shownConvoys}
          incidents={shownIncidents}
        />
        <ChipLink href={share('corridors')} label={say('share.what', { what: say('part.map') })}>
          {say('share.link')}
        </ChipLink>
        <MapNotes {...{ data, hidden, say, unplaced }} empty={{ sites, convoys, incidents }} />
      </div>
    </>
  )
}

/** All that a way in is drawn and lettered by. */
function sameLooks(a: readonly CorridorState[], b: readonly CorridorState[]): boolean {
  const look = ({ axis, status, lastKnown, corridors, legs }: CorridorState) => ({
    axis,
    status,
    past: lastKnown?.status,
    corridors,
    legs: legs.map(({ leg, status }) => [leg, status]),
  })
  return sameText(a.map(look), b.map(look))
}

function listed(
  answer: { happenings: readonly Happening[] } | undefined,
  at: Day,
  pick: (all: readonly Happening[], at: Day) => Happening[],
): Happening[] | null {
  return answer ? pick(answer.happenings, at) : null
}
