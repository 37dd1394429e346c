import { useQuery } from '@tanstack/react-query'
import { seriesQuery } from '#api/series.ts'
import { METRICS } from '#domain/series.ts'
import type { Series } from '#domain/series.ts'
import { period } from '#i18n/format.ts'
import type { MessageId } from '#i18n/words.ts'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { Cautions } from './Cautions.tsx'
import { Definition } from '#ui/Definition.tsx'
import { Gone } from './Gone.tsx'
import { References } from './References.tsx'
import { NamedReports } from './ReportList.tsx'

/** As many as one request may name. */
const MOST = 50

/** Everything behind one chart: the same request that drew it, so nothing is fetched but the reports. */
export function SeriesEvidence(props: ScreenPart & { id: string }) {
  const { id, view, say } = props
  const query = useQuery(seriesQuery(METRICS, view))
  return (
    <QueryState
      query={query}
      say={say}
      what={say('part.evidence')}
      skeleton={<Skeleton height="40rem" />}
    >
      {({ series }) => {
        const found = series.find(({ metric }) => metric === id)
        return found ? <Behind {...props} series={found} /> : <Gone say={say} />
      }}
    </QueryState>
  )
}

function Behind({ series, ...part }: ScreenPart & { series: Series }) {
  const { lang, say, window } = part
  const { metric, caveats, missing, references, n, sources } = series
  const ids = reportsOf(series)
  return (
    <>
      <h2>{say(nameOf(metric))}</h2>
      <p>
        {say('headline.behind', { n, sources })}
        {window && <>, {period(window, lang)}</>}
      </p>
      <Definition id={metric} lang={lang} say={say} />
      <Cautions caveats={caveats} missing={missing} say={say} />
      <References references={references} lang={lang} say={say} />
      <NamedReports title={say('evidence.rests')} ids={ids.slice(0, MOST)} n={n} {...part} />
    </>
  )
}

function nameOf(metric: Series['metric']): MessageId {
  return metric === 'prices' || metric === 'litres'
    ? `method.metric.${metric}`
    : `headline.${metric}`
}

/** Every report behind its points, those of the newest points first. */
function reportsOf({ lines }: Series): string[] {
  const points = lines
    .flatMap((line) => line.points)
    .toSorted((a, b) => b.from.localeCompare(a.from))
  return [...new Set(points.flatMap(({ reports }) => reports))]
}
