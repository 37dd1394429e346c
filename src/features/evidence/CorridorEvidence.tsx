import { useQuery } from '@tanstack/react-query'
import { corridorGeometryQuery, placesQuery } from '#api/geography.ts'
import { situationQuery } from '#api/situation.ts'
import { CONTESTED_DAYS, LOOK_BACK_DAYS, NEAR_BASELINE } from '#domain/corridor-states.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import { addDays } from '#domain/time.ts'
import { longDay, percent } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import { reasonWords } from '#i18n/reason-words.ts'
import { Button } from '#ui/Button.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { StatusMark } from '#ui/StatusMark.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import styles from './evidence.module.css'
import { Gone } from './Gone.tsx'
import { NamedReports } from './ReportList.tsx'

/** Why a way in is said to be in the state it is in. */
export function CorridorEvidence(props: ScreenPart & { id: string }) {
  const { id, view, say } = props
  const query = useQuery(situationQuery(view))
  return (
    <QueryState
      query={query}
      say={say}
      what={say('part.evidence')}
      skeleton={<Skeleton height="40rem" />}
    >
      {({ corridors }) => {
        const state = corridors.find(({ axis }) => axis === id)
        return state ? <Behind {...props} state={state} /> : <Gone say={say} />
      }}
    </QueryState>
  )
}

function Behind({ state, ...part }: ScreenPart & { state: CorridorState }) {
  const { lang, say, window, view, onView } = part
  const { axis, status, lastKnown, lastReported } = state
  const reasons = state.reasons.filter(({ code }) => code !== 'silent')
  const ids = [...new Set(reasons.flatMap(({ report }) => report ?? []))]
  return (
    <>
      <h2>{say(`axis.${axis}`)}</h2>
      <p className={styles['status']}>
        <StatusMark status={status} />
        <strong>{say(`status.${status}`)}</strong>
      </p>
      <p>
        {say(`method.rule.${status}`, {
          days: CONTESTED_DAYS,
          share: percent(NEAR_BASELINE, lang),
        })}
      </p>
      {view.corridor !== axis && (
        <Button onClick={() => onView({ corridor: axis })}>{say('evidence.only-this')}</Button>
      )}
      <section>
        <h3>{say('evidence.reasons')}</h3>
        {window && (
          <p>
            {say('evidence.look-back', {
              from: longDay(addDays(window.at, 1 - LOOK_BACK_DAYS), lang),
              to: longDay(window.at, lang),
            })}
          </p>
        )}
        {reasons.length === 0 ? (
          <p>{say('evidence.no-reasons')}</p>
        ) : (
          <ul>
            {reasons.map((reason) => (
              <li key={`${reason.code} ${reason.day} ${reason.report}`}>
                {reasonWords(reason, lang, say)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <dl>
        {status === 'unknown' && lastKnown && (
          <div>
            <dt>{say('evidence.last-known')}</dt>
            <dd>
              {say(`status.${lastKnown.status}`)}, {longDay(lastKnown.day, lang)}
            </dd>
          </div>
        )}
        <div>
          <dt>{say('evidence.last-reported')}</dt>
          <dd>{lastReported ? longDay(lastReported, lang) : say('corridor.never')}</dd>
        </div>
      </dl>
      <Legs state={state} {...part} />
      {ids.length > 0 && (
        <NamedReports title={say('evidence.rests')} ids={ids} n={ids.length} {...part} />
      )}
    </>
  )
}

function Legs({ state, lang, say }: ScreenPart & { state: CorridorState }) {
  const { data: geometry } = useQuery(corridorGeometryQuery())
  const { data: places } = useQuery(placesQuery())
  const struck = state.legs.filter(({ lastIncident }) => lastIncident !== null)
  if (struck.length === 0 || !geometry) return null
  return (
    <section>
      <h3>{say('evidence.legs')}</h3>
      <ul>
        {struck.map(({ leg: id, status, lastIncident }) => {
          const leg = geometry.legs.find((each) => each.id === id)
          if (!leg || lastIncident === null) return null
          const [from, to] = [leg.from, leg.to].map((end) => placeName(end, places, lang))
          return (
            <li key={id}>
              {say('evidence.leg', {
                from,
                to,
                status: say(`status.${status}`),
                day: longDay(lastIncident, lang),
              })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
