import { admiraltyCode, isClaim } from '#domain/admiralty.ts'
import type { Place } from '#domain/place.ts'
import type { Report } from '#domain/report.ts'
import { handlingOf } from '#domain/handling.ts'
import type { Role } from '#domain/role.ts'
import { observedPeriod } from '#domain/report.ts'
import { daysBetween } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { period } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import { reportSentence } from '#i18n/report-sentence.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from './Button.tsx'
import { HandlingMark } from './DataMark.tsx'
import { KindMark } from './KindMark.tsx'
import type { ScreenPart } from './screen.ts'
import styles from './ReportLine.module.css'

type Props = {
  report: Report
  /** The moment shown: ages are counted up to it. */
  at: Day | null
  places: ReadonlyMap<string, Place> | undefined
  lang: Lang
  say: Say
  reader: Role
  onOpen: ScreenPart['onOpen']
}

/** One report in a line: what it says, where, who says so, how it is judged, how long before the moment shown. */
export function ReportLine({ report, at, places, lang, say, reader, onOpen }: Props) {
  const { id, body, position, corridor, source } = report
  const when = observedPeriod(report)
  const place = position?.place ?? null
  return (
    <li className={styles['row']} data-claim={isClaim(report)}>
      <KindMark kind={body.kind} />
      <div className={styles['said']}>
        <Button look="link" onClick={() => onOpen({ kind: 'report', id })}>
          <span className="hidden">{say(`kind.${body.kind}`)} – </span>
          {reportSentence(body, { lang, say })}
        </Button>
        <p className={styles['by']}>
          {place && places && <span>{placeName(place, places, lang)}</span>}
          {!place && corridor && <span>{say(`axis.${corridor.axis}`)}</span>}
          <span>{source.name}</span>
          <span className={styles['code']}>{admiraltyCode(report)}</span>
          {isClaim(report) && <span className={styles['claim']}>{say('reports.claim')}</span>}{' '}
          <HandlingMark handling={handlingOf(report)} reader={reader} say={say} />
        </p>
      </div>
      <p className={styles['when']}>
        <time dateTime={when.from}>{period(when, lang)}</time>
        {at !== null && when.to <= at && (
          <span className={styles['age']}>
            {say('reports.age', { n: daysBetween(when.to, at) })}
          </span>
        )}
      </p>
    </li>
  )
}
