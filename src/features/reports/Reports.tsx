import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { placesQuery } from '#api/geography.ts'
import { reportsQuery } from '#api/reports.ts'
import { useLast } from '#api/use-kept.ts'
import type { ReportsAnswer } from '#contract/report-answers.ts'
import { REPORT_KINDS } from '#domain/report.ts'
import type { ReportKind } from '#domain/report.ts'
import { longDay, UNKNOWN } from '#i18n/format.ts'
import { markOf } from '#i18n/mark.ts'
import { Button } from '#ui/Button.tsx'
import { DataMark } from '#ui/DataMark.tsx'
import { Frame } from '#ui/Frame.tsx'
import { Notice } from '#ui/Notice.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import { ReportLine } from '#ui/ReportLine.tsx'
import { Select } from '#ui/Select.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { Downloads } from './Downloads.tsx'
import styles from './reports.module.css'

const PAGE = 20

/** The latest reports up to the moment shown, newest first: what everything above was made from. */
export function Reports({ view, window, lang, say, dataMode, reader, onOpen }: ScreenPart) {
  const [kind, setKind] = useState<ReportKind | null>(null)
  const query = useInfiniteQuery({ ...reportsQuery(view, kind), placeholderData: keepPreviousData })
  const data = useLast(query.data)
  const { data: places } = useQuery(placesQuery())
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  // Of the reports themselves: those kept from before are not of the day that is asked for now.
  const dayOf = (pages: readonly ReportsAnswer[]) => {
    const at = pages[0]?.window.at
    return at === undefined ? UNKNOWN : longDay(at, lang)
  }
  return (
    <Frame
      level={2}
      title={say('reports.title')}
      tools={
        <div className={styles['tools']}>
          <Select
            label={say('reports.kind')}
            value={kind ?? ''}
            active={kind !== null}
            onChange={(value) => setKind(REPORT_KINDS.find((each) => each === value) ?? null)}
          >
            <option value="">{say('reports.all-kinds')}</option>
            {REPORT_KINDS.map((each) => (
              <option key={each} value={each}>
                {say(`kind.${each}`)}
              </option>
            ))}
          </Select>
          <Downloads {...{ view, kind, dataMode, reader, lang, say }} />
        </div>
      }
    >
      <QueryState
        query={{ ...query, data }}
        say={say}
        what={say('part.reports')}
        skeleton={<Skeleton height="var(--reports-height, 60rem)" />}
        asOf={({ pages }) => dayOf(pages)}
        isEmpty={({ pages }) => (pages[0]?.total ?? 0) === 0}
        empty={
          <Notice tone="plain">
            <p>{say('reports.empty')}</p>
          </Notice>
        }
      >
        {({ pages }) => {
          const shown = pages.flatMap(({ reports }) => reports)
          const total = pages[0]?.total ?? 0
          return (
            <>
              <p className={styles['count']}>
                {say('reports.count', { total, day: dayOf(pages) })}{' '}
                <DataMark mark={markOf(dataMode, reader, say)} />
              </p>
              <ol className={styles['list']}>
                {shown.map((report) => (
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
              {hasNextPage && (
                <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {say('reports.more', { n: Math.min(PAGE, total - shown.length) })}
                </Button>
              )}
            </>
          )
        }}
      </QueryState>
    </Frame>
  )
}
