import { useMemo, useState } from 'react'
import { Pane, Polyline, useMap } from 'react-leaflet'
import type { Opened } from '#domain/address.ts'
import type { Axis, Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Say } from '#i18n/words.ts'
import { AxisTag } from './AxisTag.tsx'
import { crossesAlong } from '#figures/map/crosses.ts'
import { lineLook, widthOf } from '#figures/map/strokes.ts'
import { stretchesOf } from '#figures/map/stretches.ts'
import type { Stretch } from '#figures/map/stretches.ts'
import { useTagSpots } from './use-tag-spots.ts'
import { useZoom } from './use-zoom.ts'

type Props = {
  states: readonly CorridorState[]
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  say: Say
  onOpen: (opened: Opened) => void
}

/** The ways in, each stretch with the look of its status, and a tag that says the status in words. */
export function CorridorLayer({ states, corridors, legs, say, onOpen }: Props) {
  const [lit, setLit] = useState<Axis | null>(null)
  const zoom = useZoom()
  const spots = useTagSpots({ states, corridors, legs, say })
  const stretches = useMemo(() => stretchesOf(states, corridors, legs), [states, corridors, legs])
  const scale = zoom < 6 ? 0.8 : zoom < 8 ? 1 : 1.25

  return (
    <>
      <Pane name="corridors" style={{ zIndex: 420 }}>
        {stretches.map((stretch) => (
          <StretchLine
            key={stretch.key}
            stretch={stretch}
            scale={scale}
            lit={lit === stretch.axis}
            zoom={zoom}
          />
        ))}
        {stretches.map(({ key, axis, lines }) => (
          // A broad invisible line: four pixels are no target for a finger.
          <Polyline
            key={`${key} target`}
            positions={lines}
            pathOptions={{ weight: 22, opacity: 0 }}
            eventHandlers={{
              click: () => onOpen({ kind: 'corridor', id: axis }),
              mouseover: () => setLit(axis),
              mouseout: () => setLit(null),
            }}
          />
        ))}
      </Pane>
      {states.map((state) => {
        const spot = spots.get(state.axis)
        return (
          spot && (
            <AxisTag key={state.axis} {...{ state, say, onOpen }} at={spot.at} onLit={setLit} />
          )
        )
      })}
    </>
  )
}

type LineProps = { stretch: Stretch; scale: number; lit: boolean; zoom: number }

function StretchLine({ stretch, scale, lit, zoom }: LineProps) {
  const { status, lastKnown, priority, byHand, lines } = stretch
  const width = widthOf(priority, byHand) * scale * (lit ? 1.4 : 1)
  const { strokes, crossed } = lineLook(status, lastKnown, width)
  return (
    <>
      {strokes.map(({ dashArray, ...stroke }, i) => (
        <Polyline
          key={i}
          positions={lines}
          interactive={false}
          pathOptions={{ ...stroke, ...(dashArray === null ? {} : { dashArray }) }}
        />
      ))}
      {crossed && <Crosses lines={lines} zoom={zoom} color={`var(--status-${status})`} />}
    </>
  )
}

/** The ✕ marks keep their size and distance on the screen, so they are set anew at every zoom. */
function Crosses({ lines, zoom, color }: { lines: Stretch['lines']; zoom: number; color: string }) {
  const map = useMap()
  const crosses = useMemo(
    () =>
      lines.flatMap((line) => {
        const pixels = line.map((point) => {
          const { x, y } = map.project(point, zoom)
          return [x, y] as const
        })
        return crossesAlong(pixels, 56, 4.5).map((stroke) =>
          stroke.map(([x, y]) => map.unproject([x, y], zoom)),
        )
      }),
    [map, lines, zoom],
  )
  return (
    <>
      <Polyline
        positions={crosses}
        interactive={false}
        pathOptions={{ color: 'var(--land-focus)', weight: 5, opacity: 0.9 }}
      />
      <Polyline positions={crosses} interactive={false} pathOptions={{ color, weight: 2.25 }} />
    </>
  )
}
