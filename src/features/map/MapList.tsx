import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Layer } from '#domain/address.ts'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState, CorridorStatus } from '#domain/corridor-status.ts'
import type { Happening } from '#domain/happening.ts'
import type { Site } from '#domain/site.ts'
import { longDay } from '#i18n/format.ts'
import { nameOf } from '#i18n/place-name.ts'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { DataMark } from '#ui/DataMark.tsx'
import { CorridorFacts } from './CorridorFacts.tsx'
import { HappeningFacts } from './HappeningFacts.tsx'
import type { FactsProps } from './HappeningFacts.tsx'
import styles from './map.module.css'
import { SiteFacts } from './SiteFacts.tsx'
import { drawnOf } from '#figures/map/stretches.ts'

type Props = FactsProps & {
  mark: string | null
  /** A layer that is switched off on the map, or has not come, is null: the list says no more than the map. */
  states: readonly CorridorState[] | null
  sites: readonly Site[] | null
  convoys: readonly Happening[] | null
  incidents: readonly Happening[] | null
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
}

/** Everything the map says, in words: the way to it by keyboard and for the ear. Written out once it is unfolded. */
export function MapList(props: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      name="map-panel"
      id={LIST_ID}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{props.say('map.list.title')}</summary>
      {isOpen && <Lists {...props} />}
    </details>
  )
}

function Lists(props: Props) {
  const { mark, states, sites, convoys, incidents, at, places, lang, say, reader, onOpen } = props
  const facts = { at, places, lang, say, reader, onOpen }
  const section = (layer: Layer) => ({
    say,
    title: say(`map.layer.${layer}`),
    empty: say(`map.empty.${layer}`),
  })
  return (
    <div className={styles['panel']}>
      <p className={styles['when']}>
        {say('map.list.of', { day: longDay(at, lang) })} <DataMark mark={mark} />
      </p>
      <div className={styles['columns']}>
        {states && (
          <Section {...section('corridors')}>
            {states.map((state) => (
              <li key={state.axis}>
                <CorridorFacts state={state} {...named(state, props)} {...facts} />
              </li>
            ))}
          </Section>
        )}
        {sites && (
          <Section {...section('places')}>
            {sites.map((site) => (
              <li key={site.place}>
                <SiteFacts site={site} {...facts} />
              </li>
            ))}
          </Section>
        )}
        {convoys && (
          <Section {...section('convoys')}>
            {convoys.map((happening) => (
              <li key={happening.id}>
                <HappeningFacts happening={happening} {...facts} />
              </li>
            ))}
          </Section>
        )}
        {incidents && (
          <Section {...section('incidents')}>
            {incidents.map((happening) => (
              <li key={happening.id}>
                <HappeningFacts happening={happening} {...facts} />
              </li>
            ))}
          </Section>
        )}
      </div>
    </div>
  )
}

const LIST_ID = 'map-list'

/** Unfolds the list and goes to it. */
export function goToList(): void {
  const list = document.getElementById(LIST_ID)
  list?.setAttribute('open', '')
  list?.querySelector('summary')?.focus()
}

/** Names of the roads drawn for an axis, and of the legs that are in another state than the axis, by that state. */
function named(state: CorridorState, { corridors, legs, places, lang }: Props) {
  const placeName = (id: string) => {
    const place = places.get(id)
    return place ? nameOf(place, lang) : id
  }
  const apart = new Map<CorridorStatus, string[]>()
  for (const { leg: id, status } of state.legs) {
    const leg = legs.get(id)
    if (!leg || status === state.status) continue
    const name = `${placeName(leg.from)} – ${placeName(leg.to)}`
    apart.set(status, [...(apart.get(status) ?? []), name])
  }
  return {
    drawn: drawnOf(state, corridors).map((each) => nameOf(each, lang)),
    apart: [...apart].map(([status, names]) => ({ status, name: names.join(', ') })),
  }
}

/** So many are written out at once: thousands would hold up the reader who wants the first. */
const PAGE = 200

type SectionProps = { title: string; empty: string; say: Say; children: ReactNode[] }

function Section({ title, empty, say, children }: SectionProps) {
  const id = useId()
  const [most, setMost] = useState(PAGE)
  const left = children.length - most
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children.length === 0 ? (
        <p className={styles['when']}>{empty}</p>
      ) : (
        <ul>{children.slice(0, most)}</ul>
      )}
      {left > 0 && (
        <Button look="link" onClick={() => setMost(most + PAGE)}>
          {say('map.list.more', { left })}
        </Button>
      )}
    </section>
  )
}
