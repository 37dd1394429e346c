import type { Day } from '#domain/time.ts'
import { ConvoyLayer } from './ConvoyLayer.tsx'
import { IncidentLayer } from './IncidentLayer.tsx'
import { NameLayer } from './NameLayer.tsx'
import type { Chosen } from './OpenPopup.tsx'
import { SiteLayer } from './SiteLayer.tsx'
import { useRoom } from './use-room.ts'
import type { Given } from './use-room.ts'

/** Names, readings, convoys and incidents, laid out together so that none covers another. */
export function MarkLayers(props: Given & { at: Day; onChoose: (chosen: Chosen) => void }) {
  const { places, corridors, legs, incidents, at, lang, say, onChoose } = props
  const { chips, herds, shown, letterings, room, pressable } = useRoom(props)
  return (
    <>
      <NameLayer {...{ shown, letterings, room, places }} />
      <SiteLayer
        {...{ room, pressable, places, lang, say }}
        sites={chips}
        onChoose={(id) => onChoose({ kind: 'site', id })}
      />
      <ConvoyLayer
        {...{ room, places, corridors, legs, lang, say }}
        herds={herds}
        onChoose={onChoose}
      />
      <IncidentLayer
        {...{ pressable, at, places, lang, say }}
        placed={incidents}
        onChoose={(id) => onChoose({ kind: 'incident', id })}
      />
    </>
  )
}
