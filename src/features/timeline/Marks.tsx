import { memo, useMemo } from 'react'
import type { CSSProperties } from 'react'
import type { Happening } from '#domain/happening.ts'
import type { Series } from '#domain/series.ts'
import { addDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { shareOf } from './axis.ts'
import styles from './timeline.module.css'

type Props = Period & {
  at: Day
  series: readonly Series[] | undefined
  incidents: readonly Happening[] | undefined
  lang: Lang
  say: Say
}

type Mark = {
  key: string
  kind: 'column' | 'decision' | 'incident'
  /** Until the moment has come to it, a mark is pale. */
  since: Day
  style: CSSProperties
  partial?: boolean
  claim?: boolean
}

/** What happened on the track: arrivals as columns, incidents as triangles, decisions as diamonds. */
export const Marks = memo(function Marks({ from, to, at, series, incidents, lang, say }: Props) {
  const marks = useMemo(
    () => marksOf(series ?? [], incidents ?? [], { from, to }),
    [series, incidents, from, to],
  )
  const count = (kind: Mark['kind']) => marks.filter((mark) => mark.kind === kind).length
  return (
    <>
      <p className="hidden">
        {say('timeline.described', {
          from: longDay(from, lang),
          to: longDay(to, lang),
          weeks: count('column'),
          incidents: count('incident'),
          decisions: count('decision'),
        })}
      </p>
      <div className={styles['lanes']} aria-hidden="true">
        {marks.map(({ key, kind, since, style, partial, claim }) => (
          <i
            key={key}
            className={styles[kind]}
            data-partial={partial}
            data-claim={claim}
            data-later={since > at}
            style={style}
          />
        ))}
      </div>
      <p className={styles['legend']} aria-hidden="true">
        <span data-mark="column">{say('timeline.legend.arrivals')}</span>
        <span data-mark="incident">{say('timeline.legend.incident')}</span>
        {marks.some(({ claim }) => claim) && (
          <span data-mark="claim">{say('timeline.legend.claim')}</span>
        )}
        <span data-mark="decision">{say('timeline.legend.decision')}</span>
      </p>
    </>
  )
})

function marksOf(
  series: readonly Series[],
  incidents: readonly Happening[],
  window: Period,
): Mark[] {
  const arrivals = series.find(({ metric }) => metric === 'arrivals')
  const weeks = (arrivals?.lines.find(({ key }) => key === 'all')?.points ?? []).flatMap(
    ({ best, high, from, to, basis }) => {
      const value = best ?? high
      return value === null ? [] : [{ from, to, value, partial: basis !== 'whole-week' }]
    },
  )
  const most = Math.max(1, ...weeks.map(({ value }) => value))
  return [
    ...weeks.map(({ value, partial, ...week }): Mark => ({
      key: week.from,
      kind: 'column',
      since: week.from,
      style: { ...acrossOf(week, window), height: percent(value / most) },
      partial,
    })),
    ...(arrivals?.annotations ?? [])
      .filter(({ day }) => day >= window.from && day <= window.to)
      .map(({ day, report }): Mark => ({
        key: report,
        kind: 'decision',
        since: day,
        style: { left: percent(shareOf(day, window)) },
      })),
    ...incidents
      .filter(({ period }) => period.to >= window.from && period.from <= window.to)
      .map(({ id, period, claim }): Mark => ({
        key: id,
        kind: 'incident',
        since: period.from,
        style: { left: percent(Math.max(0, shareOf(period.from, window))) },
        claim,
      })),
  ]
}

/** A period on the track, cut off where the window ends. */
function acrossOf({ from, to }: Period, window: Period): { left: string; width: string } {
  const start = Math.max(0, shareOf(from, window))
  const end = Math.min(1, shareOf(addDays(to, 1), window))
  return { left: percent(start), width: percent(end - start) }
}

function percent(share: number): string {
  return `${share * 100}%`
}
