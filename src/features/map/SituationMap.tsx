import { useDeferredValue } from 'react'
import type { Window } from '#domain/situation.ts'
import { Frame } from '#ui/Frame.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import type { MapPart } from '#ui/screen.ts'
import { LayerSwitches } from './LayerSwitches.tsx'
import styles from './map.module.css'
import { MapSkeleton } from './MapSkeleton.tsx'
import { MapView } from './MapView.tsx'
import { useGeography, useMapData } from './use-map-data.ts'
import { useNextStep } from './use-next-step.ts'
import { useRestedOn } from './use-rested-on.ts'

const RESTED_MS = 150

/** The situation on the map, at the day pointed at on any chart or else at the day shown. */
export function SituationMap(part: MapPart) {
  const { view, window, pointer, hidden, onHide, say } = part
  const geography = useGeography()
  // Moving along a chart must stay smooth: the map follows where the pointer rests.
  const rested = useRestedOn(pointer, RESTED_MS)
  const data = useMapData(view, window, rested)
  const answers = [data.situation, data.sites]
  // Who was refused this step, or has lost the line, is not served by asking for the next.
  const isUnanswered = answers.some(({ isFetching, isError }) => isFetching || isError)
  useNextStep(view, window, isUnanswered)
  // And pointing goes on while it does. A step to another day is drawn at once, and only once.
  const at = useDeferredValue(rested) ?? shownDay(window, view.at)
  return (
    <Frame
      title={say('map.title')}
      level={2}
      className={styles['part'] ?? ''}
      tools={<LayerSwitches hidden={hidden} onHide={onHide} say={say} />}
    >
      <QueryState query={geography} say={say} what={say('part.map')} skeleton={<MapSkeleton />}>
        {(geo) =>
          at === null ? <MapSkeleton /> : <MapView {...part} geo={geo} data={data} at={at} />
        }
      </QueryState>
    </Frame>
  )
}

function shownDay(window: Window | null, asked: string | undefined) {
  return window?.at ?? asked ?? null
}
