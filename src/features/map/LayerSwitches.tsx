import { LAYERS } from '#domain/address.ts'
import type { Layer } from '#domain/address.ts'
import type { Say } from '#i18n/words.ts'
import styles from './map.module.css'

type Props = { hidden: readonly Layer[]; onHide: (hidden: readonly Layer[]) => void; say: Say }

/** What the map shows, each to be switched off and on. */
export function LayerSwitches({ hidden, onHide, say }: Props) {
  return (
    <div role="group" aria-label={say('map.layers')} className={styles['switches']}>
      {LAYERS.map((layer) => {
        const shown = !hidden.includes(layer)
        return (
          <label key={layer}>
            <input
              type="checkbox"
              checked={shown}
              onChange={() =>
                onHide(LAYERS.filter((each) => (each === layer ? shown : hidden.includes(each))))
              }
            />
            {say(`map.layer.${layer}`)}
          </label>
        )
      })}
    </div>
  )
}
