import type { Day } from '#domain/time.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { ChipLink } from '#ui/Button.tsx'
import { Frame } from '#ui/Frame.tsx'
import { LayerSwitches } from './LayerSwitches.tsx'
import { StatusKey } from './Legend.tsx'
import { MapEdge } from './MapEdge.tsx'
import styles from './map.module.css'

type Props = { at: Day; lang: Lang; say: Say }

const NONE: readonly never[] = []
const nothing = () => undefined

/**
 * The map's place as the server paints it, with everything around the map as it will stand; the
 * page's first script draws the map's picture there (src/first-map.ts). Nothing in it can be pressed.
 */
export function MapPlace({ at, lang, say }: Props) {
  const day = longDay(at, lang)
  return (
    <Frame
      title={say('map.title')}
      level={2}
      className={styles['part'] ?? ''}
      tools={<LayerSwitches hidden={NONE} onHide={nothing} say={say} />}
    >
      <div>
        <div className={styles['stage']} data-first-map="">
          <MapEdge day={day} mark={null} tiles={null} />
        </div>
        <StatusKey say={say} />
        <div className={styles['foot']}>
          <details>
            <summary>{say('map.legend.title', { day })}</summary>
          </details>
          <details>
            <summary>{say('map.list.title')}</summary>
          </details>
          <ChipLink href="#map" label={say('share.link')}>
            {say('share.link')}
          </ChipLink>
          <div className={styles['notes']} />
        </div>
      </div>
    </Frame>
  )
}
