import type { Site } from '#domain/site.ts'
import { longDay } from '#i18n/format.ts'
import { Button } from '#ui/Button.tsx'
import { HandlingMark } from '#ui/DataMark.tsx'
import { nameOf } from '#i18n/place-name.ts'
import { ageText, readingText } from '#figures/map/facts-words.ts'
import type { FactsProps } from './HappeningFacts.tsx'
import styles from './map.module.css'
import { AREA_FROM_METRES } from '#figures/map/spot.ts'

/** A place in words: each latest reading with its date, its source, how fresh it is, and the way to its report. */
export function SiteFacts({
  site,
  at,
  places,
  lang,
  say,
  reader,
  onOpen,
}: FactsProps & { site: Site }) {
  const place = places.get(site.place)
  const name = place ? nameOf(place, lang) : site.place
  const metres = site.position.precisionMetres ?? 0
  return (
    <>
      <strong className={styles['name']}>{name}</strong>
      {metres >= AREA_FROM_METRES && (
        <p className={styles['when']}>{say('map.rough', { km: Math.round(metres / 1000) })}</p>
      )}
      <ul className={styles['figures']}>
        {site.readings.map((reading) => {
          const text = readingText(reading, lang, say)
          return (
            <li key={`${reading.aspect} ${reading.product}`}>
              <b>{text}</b> <HandlingMark handling={reading.handling} reader={reader} say={say} />
              <span className={styles['when']}>
                {longDay(reading.day, lang)} · {ageText(reading.day, at, say)} ·{' '}
                {say(`freshness.${reading.freshness}`)} ·{' '}
                {say('map.source', { source: reading.source, code: reading.code })}
              </span>
              <Button look="link" onClick={() => onOpen({ kind: 'report', id: reading.report })}>
                {say('map.open.report')}
                <span className="hidden">{` ${name}, ${text}`}</span>
              </Button>
            </li>
          )
        })}
        {site.withheld?.map((aspect) => (
          <li key={aspect}>
            <b>{readingText({ aspect, product: null, value: null, state: null }, lang, say)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}
