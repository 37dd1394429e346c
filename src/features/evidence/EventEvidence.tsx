import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '#api/geography.ts'
import { happeningsQuery } from '#api/happenings.ts'
import { throughout } from '#api/question.ts'
import type { Happening } from '#domain/happening.ts'
import { period } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import type { Say } from '#i18n/words.ts'
import { HandlingMark } from '#ui/DataMark.tsx'
import { Notice } from '#ui/Notice.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { Accounts } from './Accounts.tsx'
import { Gone } from './Gone.tsx'
import { NamedReports } from './ReportList.tsx'

/** One convoy or incident with every source's figure. The map has asked for both lists already. */
export function EventEvidence(props: ScreenPart & { id: string }) {
  const { id, view, window, say } = props
  const whole = window === null ? view : throughout(view, window)
  const enabled = window !== null
  const incidents = useQuery({ ...happeningsQuery('incidents', whole), enabled })
  const convoys = useQuery({ ...happeningsQuery('convoys', whole), enabled })
  const found = [incidents, convoys]
    .flatMap(({ data }) => data?.happenings ?? [])
    .find((happening) => happening.id === id)
  // Shown as soon as either list has it; missing only once both are there.
  const waiting = [incidents, convoys].find(({ isPending, isError }) => isPending || isError)
  if (found) return <HappeningFacts {...props} happening={found} />
  if (!waiting) return <Gone say={say} />
  return (
    <QueryState
      query={waiting}
      say={say}
      what={say('part.event')}
      skeleton={<Skeleton height="40rem" />}
    >
      {() => <Gone say={say} />}
    </QueryState>
  )
}

function HappeningFacts({ happening, ...part }: ScreenPart & { happening: Happening }) {
  const { lang, say, reader, onOpen } = part
  const { data: places } = useQuery(placesQuery())
  const { claim, accounts, position, corridor, reports } = happening
  const place = position?.place ?? null
  return (
    <>
      <h2>
        {typeWords(happening, say)}
        {place && <>, {placeName(place, places, lang)}</>}
      </h2>
      <HandlingMark handling={happening.handling} reader={reader} say={say} />
      <p>
        {period(happening.period, lang)}
        {corridor && (
          <>
            {' '}
            · {say('evidence.where')} {say(`axis.${corridor.axis}`)}
          </>
        )}
      </p>
      {claim && (
        <Notice tone="warn">
          <p>{say('evidence.claim-only')}</p>
        </Notice>
      )}
      <Accounts accounts={accounts} lang={lang} say={say} onOpen={onOpen} />
      <NamedReports
        title={say('evidence.all-reports')}
        ids={reports}
        n={reports.length}
        {...part}
      />
    </>
  )
}

/** What it was, in the words of its mark on the map: an attack, a convoy that has arrived. */
function typeWords({ kind, stage, incident }: Happening, say: Say): string {
  if (kind === 'incident') return say(incident === null ? 'kind.incident' : `incident.${incident}`)
  return stage === null
    ? say('say.convoy.bare')
    : say('say.convoy', { stage: say(`stage.${stage}`) })
}
