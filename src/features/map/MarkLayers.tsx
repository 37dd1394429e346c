import { memo, useCallback } from 'react'
import type { Opened } from '#domain/address.ts'
import type { Day } from '#domain/time.ts'
import { ConvoyLayer } from './ConvoyLayer.tsx'
import { CorridorLayer } from './CorridorLayer.tsx'
import { IncidentLayer } from './IncidentLayer.tsx'
import { NameLayer } from './NameLayer.tsx'
import type { Chosen } from './OpenPopup.tsx'
import type { Given } from './room.ts'
import { SiteLayer } from './SiteLayer.tsx'
import { SiteSheet } from './SiteSheet.tsx'
import { useRoom } from './use-room.ts'

type Props = Given & { at: Day; onChoose: (chosen: Chosen) => void; onOpen: (what: Opened) => void }

/** Ways in, names, readings, convoys and incidents, laid out together so that none covers another. */
export const MarkLayers = memo(function MarkLayers(props: Props) {
  const { places, corridors, legs, states, incidents, at, lang, say, onChoose, onOpen } = props
  const { spots, isMany, herds, shown, letterings, room, pressable, ...sites } = useRoom(props)
  const chooseSite = useCallback((id: string) => onChoose({ kind: 'site', id }), [onChoose])
  const chooseIncident = useCallback((id: string) => onChoose({ kind: 'incident', id }), [onChoose])
  const Sites = isMany ? SiteSheet : SiteLayer
  return (
    <>
      {states.length > 0 && <CorridorLayer {...{ states, corridors, legs, spots, say, onOpen }} />}
      <NameLayer {...{ shown, letterings, room, places }} />
      <Sites {...sites} {...{ room, pressable, places, lang, say }} onChoose={chooseSite} />
      <ConvoyLayer
        {...{ room, places, corridors, legs, lang, say }}
        herds={herds}
        onChoose={onChoose}
      />
      <IncidentLayer
        {...{ pressable, at, places, lang, say }}
        placed={incidents}
        onChoose={chooseIncident}
      />
    </>
  )
})
