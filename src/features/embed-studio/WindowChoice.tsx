import type { Window } from '#domain/situation.ts'
import { Day } from '#domain/time.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Choice } from './Choice.tsx'
import type { Studio } from './studio-state.ts'
import styles from './studio.module.css'

type Props = {
  studio: Studio
  /** The window that the chart shows; null until it has come. */
  window: Window | null
  lang: Lang
  say: Say
  onStudio: (patch: Partial<Studio>) => void
}

/** Lengths of a window that ends where the record does. */
const LENGTHS = ['28d', '90d', '180d', '365d']

/** How much time is shown: the last part of the record, whatever it becomes, or two days that stay. */
export function WindowChoice({ studio, window, lang, say, onStudio }: Props) {
  const { view, last } = studio
  const isDated = view.from !== undefined || view.to !== undefined || view.at !== undefined
  const lengths = last === undefined || LENGTHS.includes(last) ? LENGTHS : [...LENGTHS, last]
  const value = last ?? (isDated ? 'dates' : 'usual')
  const open = { ...view, from: undefined, to: undefined, at: undefined }

  function choose(next: string): void {
    if (next === 'usual') onStudio({ last: undefined, view: open })
    else if (next !== 'dates') onStudio({ last: next, view: open })
    else if (window !== null)
      onStudio({ last: undefined, view: { ...view, from: window.from, to: window.to } })
  }

  return (
    <Choice
      legend={say('studio.window')}
      value={value}
      options={[
        { value: 'usual', label: say('studio.window.usual') },
        ...lengths.map((length) => ({ value: length, label: lengthWords(length, say) })),
        { value: 'dates', label: say('studio.window.dates') },
      ]}
      onChoose={choose}
    >
      {value === 'dates' && <Dates studio={studio} window={window} say={say} onStudio={onStudio} />}
      {value !== 'dates' && window && (
        <p className={styles['note']}>
          {say('studio.window.follows', {
            from: longDay(window.from, lang),
            to: longDay(window.to, lang),
          })}
        </p>
      )}
    </Choice>
  )
}

function lengthWords(length: string, say: Say): string {
  return say('studio.window.last', { unit: length.slice(-1), n: Number(length.slice(0, -1)) })
}

/** The days of a window that stays, and the day in it that the title speaks of and the map shows. */
function Dates({ studio, window, say, onStudio }: Omit<Props, 'lang'>) {
  const { view, chart } = studio
  const [from, to] = [view.from ?? window?.from, view.to ?? window?.to]
  const at = view.at ?? window?.at
  const kind = chart === 'corridors' ? 'map' : 'chart'

  function choose(name: 'from' | 'to' | 'at', value: string): void {
    const next = { from, to, at, [name]: value }
    // While a date is being typed it is not one yet, or not one that fits.
    if (!Day.safeParse(value).success || next.from === undefined || next.to === undefined) return
    if (next.from > next.to) return
    const isInside = next.at !== undefined && next.at >= next.from && next.at <= next.to
    if (name === 'at' && !isInside) return
    const kept = isInside && (name === 'at' || view.at !== undefined) ? next.at : undefined
    onStudio({ view: { ...view, from: next.from, to: next.to, at: kept } })
  }

  const day = (name: 'from' | 'to' | 'at', value: string | undefined) => (
    <label key={name}>
      <span>{say(`studio.window.${name}`, { kind })}</span>{' '}
      <input
        // A change from elsewhere shows, and typing is not disturbed.
        key={value}
        type="date"
        defaultValue={value}
        min={name === 'from' ? undefined : from}
        max={name === 'to' ? undefined : to}
        onChange={({ target }) => choose(name, target.value)}
      />
    </label>
  )
  return (
    <div className={styles['dates']}>
      {day('from', from)}
      {day('to', to)}
      {day('at', at)}
    </div>
  )
}
