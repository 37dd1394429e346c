import type { Situation } from '#domain/situation.ts'
import { longDay, moment } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { View } from '#domain/view.ts'
import { Button } from '#ui/Button.tsx'
import { isSilent } from './is-silent.ts'
import styles from './banner.module.css'

type Props = {
  situation: Situation | undefined
  view: View
  lang: Lang
  say: Say
  onView: (patch: Partial<View>) => void
}

/** How far the record reaches, and whose knowledge is shown: silence must not be read as calm. */
export function RecordBanner({ situation, view, lang, say, onView }: Props) {
  const asked = view.known !== undefined || view.vintage !== undefined
  const silent = situation && isSilent(situation.record) && !isBeforeEnd(situation)
  return (
    <div className={styles['banner']} data-silent={silent}>
      {situation && <RecordWords situation={situation} view={view} lang={lang} say={say} />}
      {asked && (
        <p>
          {view.known !== undefined && say('record.as-known', { day: longDay(view.known, lang) })}{' '}
          {view.vintage !== undefined &&
            say('record.as-held', { moment: moment(view.vintage, lang) })}{' '}
          <Button look="link" onClick={() => onView({ known: undefined, vintage: undefined })}>
            {say('record.now')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** Before the record's end there is a record to read: its later silence is no news there. */
function isBeforeEnd({ record, window }: Situation): boolean {
  return record.lastEligible !== null && window.at < record.lastEligible
}

type WordsProps = { situation: Situation; view: View; lang: Lang; say: Say }

function RecordWords({ situation, view, lang, say }: WordsProps) {
  const { record, window } = situation
  const { lastEligible, lastAny, daysSilent: n, reports, sources } = record
  if (lastEligible === null || n === null) return <p>{say('record.empty')}</p>
  const day = longDay(lastEligible, lang)
  const later = lastAny !== null && lastAny > lastEligible
  if (isSilent(record) && isBeforeEnd(situation))
    return <p>{say('record.before-end', { at: longDay(window.at, lang), day })}</p>
  return (
    <p>
      {isSilent(record) ? (
        <strong>
          {view.known === undefined
            ? say('record.ends', { day, n })
            : say('record.ends-known', { day, n })}
        </strong>
      ) : (
        say('record.fresh', { day })
      )}{' '}
      {later && say('record.later', { day: longDay(lastAny, lang) })}{' '}
      {say('record.size', { reports, sources })}
    </p>
  )
}
