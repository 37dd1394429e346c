import { Axis } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Situation } from '#domain/situation.ts'
import { shortDay } from '#i18n/format.ts'
import { markOf } from '#i18n/mark.ts'
import { reasonWords } from '#i18n/reason-words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { Asked } from '#ui/QueryState.tsx'
import { Button } from '#ui/Button.tsx'
import { DataMark } from '#ui/DataMark.tsx'
import { Frame } from '#ui/Frame.tsx'
import { StatusMark } from '#ui/StatusMark.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import styles from './corridors.module.css'

type Props = Pick<ScreenPart, 'dataMode' | 'reader' | 'lang' | 'say' | 'onOpen'> & {
  query: Asked<Situation>
}

/** The four ways in, each in words: its state, and when anything was last heard of it. */
export function CorridorRow({ query, dataMode, reader, lang, say, onOpen }: Props) {
  const states = query.data?.corridors
  return (
    <Frame
      level={2}
      title={say('corridors.title')}
      tools={<DataMark mark={markOf(dataMode, reader, say)} />}
      className={styles['frame'] ?? ''}
    >
      <ul className={styles['row']}>
        {Axis.options.map((axis) => {
          const state = states?.find((each) => each.axis === axis)
          return (
            <li key={axis} className={styles['axis']}>
              {state ? (
                <AxisState state={state} lang={lang} say={say} onOpen={onOpen} />
              ) : (
                <>
                  <h3 className={styles['name']}>{say(`axis.${axis}`)}</h3>
                  {states && <p>{say('corridor.outside')}</p>}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Frame>
  )
}

type AxisProps = { state: CorridorState; lang: Lang; say: Say; onOpen: ScreenPart['onOpen'] }

function AxisState({ state, lang, say, onOpen }: AxisProps) {
  const { axis, status } = state
  // One line, always: the page must not move while the moment does. Silence is told by the last thing known.
  const reason = state.reasons.find(({ code }) => code !== 'silent')
  const [name, word] = [say(`axis.${axis}`), say(`status.${status}`)]
  return (
    <>
      <h3 className={styles['name']}>
        <Button
          look="link"
          aria-label={say('corridor.open', { axis: name, status: word })}
          onClick={() => onOpen({ kind: 'corridor', id: axis })}
        >
          {name}
        </Button>
      </h3>
      <p className={styles['status']}>
        <StatusMark status={status} />
        <strong>{word}</strong>
      </p>
      <p>{reason ? reasonWords(reason, lang, say) : lastWords(state, lang, say)}</p>
    </>
  )
}

/** What is known of an axis beyond its state; the past is said to be the past. */
function lastWords(
  { status, lastKnown, lastReported }: CorridorState,
  lang: Lang,
  say: Say,
): string {
  if (status === 'unknown' && lastKnown)
    return say('corridor.last-known', {
      status: say(`status.${lastKnown.status}`),
      day: shortDay(lastKnown.day, lang, true),
    })
  if (lastReported === null) return say('corridor.never')
  return say('corridor.last-reported', { day: shortDay(lastReported, lang, true) })
}
