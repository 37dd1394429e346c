import type { Happening } from '#domain/happening.ts'
import type { Series } from '#domain/series.ts'
import type { Window } from '#domain/situation.ts'
import { addDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { shareOf } from './axis.ts'
import styles from './timeline.module.css'

type Props = {
  window: Window
  at: Day
  series: readonly Series[]
  incidents: readonly Happening[]
  lang: Lang
  say: Say
}

/** What happened on the track: arrivals as columns, incidents as triangles, decisions as diamonds. */
export function Marks({ window, at, series, incidents, lang, say }: Props) {
  const arrivals = series.find(({ metric }) => metric === 'arrivals')
  const weeks = (arrivals?.lines.find(({ key }) => key === 'all')?.points ?? []).filter(
    ({ best, high }) => (best ?? high) !== null,
  )
  const most = Math.max(1, ...weeks.map(({ best, high }) => best ?? high ?? 0))
  const within = incidents.filter(
    ({ period }) => period.to >= window.from && period.from <= window.to,
  )
  const decisions = (arrivals?.annotations ?? []).filter(
    ({ day }) => day >= window.from && day <= window.to,
  )
  return (
    <>
      <p className="hidden">
        {say('timeline.described', {
          from: longDay(window.from, lang),
          to: longDay(window.to, lang),
          weeks: weeks.length,
          incidents: within.length,
          decisions: decisions.length,
        })}
      </p>
      <div className={styles['lanes']} aria-hidden="true">
        {weeks.map((point) => (
          <i
            key={point.from}
            className={styles['column']}
            data-partial={point.basis !== 'whole-week'}
            data-later={point.from > at}
            style={{
              ...acrossOf(point, window),
              height: `${((point.best ?? point.high ?? 0) / most) * 100}%`,
            }}
          />
        ))}
        {decisions.map(({ day, report }) => (
          <i
            key={report}
            className={styles['decision']}
            data-later={day > at}
            style={{ left: `${shareOf(day, window) * 100}%` }}
          />
        ))}
        {within.map(({ id, period, claim }) => (
          <i
            key={id}
            className={styles['incident']}
            data-claim={claim}
            data-later={period.from > at}
            style={{ left: `${Math.max(0, shareOf(period.from, window)) * 100}%` }}
          />
        ))}
      </div>
      <p className={styles['legend']} aria-hidden="true">
        <span data-mark="column">{say('timeline.legend.arrivals')}</span>
        <span data-mark="incident">{say('timeline.legend.incident')}</span>
        {within.some(({ claim }) => claim) && (
          <span data-mark="claim">{say('timeline.legend.claim')}</span>
        )}
        <span data-mark="decision">{say('timeline.legend.decision')}</span>
      </p>
    </>
  )
}

/** A period on the track, cut off where the window ends. */
function acrossOf({ from, to }: Period, window: Window): { left: string; width: string } {
  const start = Math.max(0, shareOf(from, window))
  const end = Math.min(1, shareOf(addDays(to, 1), window))
  return { left: `${start * 100}%`, width: `${(end - start) * 100}%` }
}
