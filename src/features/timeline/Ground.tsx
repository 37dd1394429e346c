import { memo } from 'react'
import type { Period } from '#domain/time.ts'
import { monthName, shortDay } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { labels, leftOf, mondays } from './axis.ts'
import type { Label } from './axis.ts'
import styles from './timeline.module.css'

/** The track's weeks, and the days that are written below it. */
export const Ground = memo(function Ground({ from, to, lang }: Period & { lang: Lang }) {
  const window = { from, to }
  return (
    <>
      {mondays(window).map((day) => (
        <i key={day} className={styles['week']} style={{ left: leftOf(day, window) }} />
      ))}
      {labels(window).map((label) => (
        <span
          key={label.day}
          className={styles['label']}
          data-as={label.as}
          style={{ left: leftOf(label.day, window) }}
        >
          {labelText(label, lang)}
        </span>
      ))}
    </>
  )
})

function labelText({ day, as }: Label, lang: Lang): string {
  if (as === 'day') return shortDay(day, lang, false)
  return as === 'year' ? day.slice(0, 4) : monthName(day, lang, false)
}
