import type { Site } from '#domain/site.ts'
import { nameOf } from '#i18n/place-name.ts'
import type { Placed } from '#figures/map/clusters.ts'
import { convoysText } from './chip-text.ts'
import { titleOf } from '#figures/map/facts-words.ts'
import { HappeningFacts } from './HappeningFacts.tsx'
import { HerdLine } from './HerdLine.tsx'
import styles from './map.module.css'
import type { FactsProps } from './HappeningFacts.tsx'
import { MapPopup } from './MapPopup.tsx'
import { SiteFacts } from './SiteFacts.tsx'
import { spotOf } from '#figures/map/spot.ts'

/** The mark that was pressed. */
export type Chosen =
  | { kind: 'site' | 'convoy' | 'incident'; id: string }
  | { kind: 'convoys'; id: string; ids: readonly string[] }

type Props = {
  chosen: Chosen | null
  sites: readonly Site[]
  placed: readonly Placed[]
  facts: FactsProps
  mark: string | null
  onClose: (closed: Chosen) => void
}

/** The facts of the pressed mark, for as long as the map shows it: another day may not have it. */
export function OpenPopup({ chosen, sites, placed, facts, mark, onClose }: Props) {
  if (chosen === null) return null
  const { places, lang, say } = facts
  const key = `${chosen.kind} ${chosen.id}`
  const close = () => onClose(chosen)
  if (chosen.kind === 'site') {
    const site = sites.find(({ place }) => place === chosen.id)
    const spot = site ? spotOf(site.position, places) : null
    if (!site || !spot) return null
    const place = places.get(site.place)
    return (
      <MapPopup
        key={key}
        spot={spot}
        label={place ? nameOf(place, lang) : site.place}
        mark={mark}
        say={say}
        onClose={close}
      >
        <SiteFacts site={site} {...facts} />
      </MapPopup>
    )
  }
  if (chosen.kind === 'convoys') {
    const herd = placed.filter(({ happening }) => chosen.ids.includes(happening.id))
    const [first] = herd
    if (!first) return null
    const label = convoysText(herd.length, lang, say)
    return (
      <MapPopup key={key} spot={first.spot} label={label} mark={mark} say={say} onClose={close}>
        <strong className={styles['name']}>{label}</strong>
        <ul className={styles['figures']}>
          {herd.map(({ happening }) => (
            <li key={happening.id}>
              <HerdLine happening={happening} {...facts} />
            </li>
          ))}
        </ul>
      </MapPopup>
    )
  }
  const found = placed.find(
    ({ happening }) => happening.id === chosen.id && happening.kind === chosen.kind,
  )
  if (!found) return null
  const { happening, spot } = found
  return (
    <MapPopup
      key={key}
      spot={spot}
      label={titleOf(happening, places, lang, say)}
      mark={mark}
      say={say}
      onClose={close}
    >
      <HappeningFacts happening={happening} {...facts} />
    </MapPopup>
  )
}
