import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '#api/geography.ts'
import { namedReportsQuery } from '#api/reports.ts'
import type { Report } from '#domain/report.ts'
import { number } from '#i18n/format.ts'
import { QueryState } from '#ui/QueryState.tsx'
import { ReportLine } from '#ui/ReportLine.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import styles from './evidence.module.css'

type Part = Pick<ScreenPart, 'view' | 'window' | 'lang' | 'say' | 'reader' | 'onOpen'>

type Named = { title: string; ids: readonly string[]; n: number }

/** The reports behind something, by their ids, each to be opened. */
export function NamedReports({ title, ids, n, ...part }: Part & Named) {
  const { view, lang, say } = part
  const query = useQuery({ ...namedReportsQuery(ids, view), enabled: ids.length > 0 })
  return (
    <section>
      <h3>{title}</h3>
      {ids.length === 0 ? (
        <p>{say('evidence.none')}</p>
      ) : (
        <>
          {ids.length < n && (
            <p>{say('evidence.rests.first', { shown: ids.length, n: number(n, lang, 0) })}</p>
          )}
          <QueryState
            query={query}
            say={say}
            what={say('part.reports')}
            skeleton={<Skeleton height={`${ids.length * 3.4}rem`} />}
          >
            {(reports) => <Reports reports={reports} {...part} />}
          </QueryState>
        </>
      )}
    </section>
  )
}

/** Reports in lines, in the order they come. */
export function Reports({
  reports,
  window,
  lang,
  say,
  reader,
  onOpen,
}: Part & { reports: readonly Report[] }) {
  const { data: places } = useQuery(placesQuery())
  return (
    <ol className={styles['reports']}>
      {reports.map((report) => (
        <ReportLine
          key={report.id}
          report={report}
          at={window?.at ?? null}
          places={places}
          lang={lang}
          say={say}
          reader={reader}
          onOpen={onOpen}
        />
      ))}
    </ol>
  )
}
