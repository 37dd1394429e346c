import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { placesQuery } from '#api/geography.ts'
import { reportQuery } from '#api/reports.ts'
import type { ReportAnswer } from '#contract/report-answers.ts'
import { admiraltyCode, isClaim } from '#domain/admiralty.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { handlingOf } from '#domain/handling.ts'
import { longDay, moment, number, period } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import { reportSentence } from '#i18n/report-sentence.ts'
import { HandlingMark } from '#ui/DataMark.tsx'
import { Notice } from '#ui/Notice.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { Accounts } from './Accounts.tsx'
import styles from './evidence.module.css'
import { Reports } from './ReportList.tsx'

/** Everything of one report. */
export function ReportEvidence(props: ScreenPart & { id: string }) {
  const { id, view, say } = props
  const query = useQuery(reportQuery(id, view))
  return (
    <QueryState
      query={query}
      say={say}
      what={say('part.report')}
      skeleton={<Skeleton height="40rem" />}
    >
      {(answer) => <Whole {...props} answer={answer} />}
    </QueryState>
  )
}

function Whole({ answer, ...part }: ScreenPart & { answer: ReportAnswer }) {
  const { report, revisions, happening, related } = answer
  const { lang, say, reader, onOpen } = part
  return (
    <>
      <h2>{reportSentence(report.body, { lang, say })}</h2>
      <HandlingMark handling={handlingOf(report)} reader={reader} say={say} />
      {isClaim(report) && (
        <Notice tone="warn">
          <p>{say('method.sources.claims')}</p>
        </Notice>
      )}
      {report.note && (
        // The notes of the public record are written in English.
        <p className={styles['note']} lang="en">
          {report.note}
        </p>
      )}
      <Facts report={report} {...part} />
      {happening && (
        <Accounts accounts={happening.accounts} lang={lang} say={say} onOpen={onOpen} />
      )}
      {related.length > 0 && (
        <section>
          <h3>{say('evidence.same-event')}</h3>
          <Reports reports={related} {...part} />
        </section>
      )}
      <section>
        <h3>{say('evidence.revisions')}</h3>
        <ol reversed className={styles['revisions']}>
          {revisions.map(({ revision, receivedAt }) => (
            <li key={revision}>
              {say('evidence.revision', { n: revision, moment: moment(receivedAt, lang) })}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Facts({ report, lang, say }: ScreenPart & { report: Report }) {
  const { data: places } = useQuery(placesQuery())
  const { source, position, corridor, precision, reliability, credibility, body, event } = report
  const place = position?.place ?? null
  return (
    <dl>
      <Fact name={say('evidence.source')}>
        {source.name}, {say(`source.${source.kind}`)}
        <br />
        {source.url ? (
          <a href={source.url}>{say('evidence.source.open')}</a>
        ) : (
          say('evidence.source.none')
        )}
      </Fact>
      <Fact name={say('evidence.grade')}>
        <strong>{admiraltyCode(report)}</strong> – {say(`admiralty.${reliability}`)} ·{' '}
        {say(`admiralty.${credibility}`)}
      </Fact>
      <Fact name={say('evidence.observed')}>
        {precision === 'minute' || precision === 'hour'
          ? moment(report.observedAt, lang)
          : period(observedPeriod(report), lang)}
        , {say(`precision.${precision}`)}
      </Fact>
      <Fact name={say('evidence.published')}>
        {source.publishedOn ? longDay(source.publishedOn, lang) : moment(report.publishedAt, lang)}
        {report.publishedAssumed && <> ({say('evidence.assumed')})</>}
      </Fact>
      <Fact name={say('evidence.received')}>{moment(report.receivedAt, lang)}</Fact>
      {place && (
        <Fact name={say('evidence.place')}>
          {placeName(place, places, lang)}
          {position?.precisionMetres != null && (
            <>
              ,{' '}
              {say('evidence.area', {
                value: say('measure.km', {
                  value: number(position.precisionMetres / 1000, lang, 1),
                }),
              })}
            </>
          )}
        </Fact>
      )}
      {corridor && <Fact name={say('evidence.where')}>{say(`axis.${corridor.axis}`)}</Fact>}
      <Fact name={say('evidence.kind')}>{say(`kind.${body.kind}`)}</Fact>
      {event && <Fact name={say('evidence.event')}>{say(`role.${event.role}`)}</Fact>}
      <Fact name={say('evidence.review')}>{say(`review.${report.review}`)}</Fact>
      <Fact name={say('evidence.id')}>
        <code>{report.id}</code>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
