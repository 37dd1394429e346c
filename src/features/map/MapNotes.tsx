import type { Layer } from '#domain/address.ts'
import type { Say } from '#i18n/words.ts'
import { QueryState } from '#ui/QueryState.tsx'
import type { Asked } from '#ui/QueryState.tsx'
import styles from './map.module.css'
import type { useMapData } from './use-map-data.ts'

type Props = {
  data: ReturnType<typeof useMapData>
  hidden: readonly Layer[]
  /** What each layer holds at the moment shown; null while it has not come. */
  empty: Record<'sites' | 'convoys' | 'incidents', readonly unknown[] | null>
  /** Convoys and incidents that no source places: they are in the list alone. */
  unplaced: number
  say: Say
}

const LAYERS = [
  ['corridors', 'situation'],
  ['places', 'sites'],
  ['convoys', 'convoys'],
  ['incidents', 'incidents'],
] as const

/** What the map cannot show: layers that did not come, layers that hold nothing, events without a place. */
export function MapNotes({ data, hidden, empty, unplaced, say }: Props) {
  const shown = LAYERS.filter(([layer]) => !hidden.includes(layer))
  return (
    <div className={styles['notes']}>
      {shown.map(([layer, query]) => (
        <QueryState
          key={layer}
          query={data[query] as Asked<unknown>}
          say={say}
          what={say(`map.what.${layer}`)}
          skeleton={null}
        >
          {() =>
            query !== 'situation' && empty[query]?.length === 0 ? (
              <p>{say(`map.empty.${layer}`)}</p>
            ) : null
          }
        </QueryState>
      ))}
      {unplaced > 0 && <p>{say('map.unplaced', { n: unplaced })}</p>}
    </div>
  )
}
