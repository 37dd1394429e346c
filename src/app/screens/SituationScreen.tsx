import { situationQuery } from '#api/situation.ts'
import { useKept } from '#api/use-kept.ts'
import type { Address } from '#domain/address.ts'
import type { View } from '#domain/view.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { CorridorRow } from '#features/headlines/CorridorRow.tsx'
import { HeadlineStrip } from '#features/headlines/HeadlineStrip.tsx'
import { RecordBanner } from '#features/headlines/RecordBanner.tsx'
import { LazySlot } from '#app/LazySlot.tsx'
import type { LazySlotProps } from '#app/LazySlot.tsx'
import { useDocumentTitle } from '#app/use-document-title.ts'
import type { Change } from '#app/use-address.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { WhenNear } from '#ui/WhenNear.tsx'
import {
  loadCharts,
  loadEvidence,
  loadFilters,
  loadMap,
  loadReports,
  loadTimeline,
} from './parts.ts'
import styles from './situation.module.css'
import { PaintedMap } from './PaintedMap.tsx'
import { useHeadStart } from './use-head-start.ts'
import { useScreenPart } from './use-screen-part.ts'

/** Nothing asked for: everything at its default. */
const OPENING: Partial<View> = {
  from: undefined,
  to: undefined,
  at: undefined,
  known: undefined,
  vintage: undefined,
  corridor: undefined,
  place: undefined,
  product: undefined,
}

type Props = { address: Address; change: Change; lang: Lang; say: Say }

/** The situation: lays the parts out and hands each the question. */
export function SituationScreen({ address, change, lang, say }: Props) {
  const { view } = address
  const query = useKept(situationQuery(view))
  const window = query.data?.window ?? null
  const { part, map, painted, onMoment, onClose } = useScreenPart({
    address,
    change,
    window,
    lang,
    say,
  })
  const day = window && longDay(window.at, lang)
  useDocumentTitle(day && say('screen.document', { day }), say)
  useHeadStart(view, window)
  const slot = { lang, say }
  const timeline = { ...part, record: query.data?.record ?? null, busy: query.isFetching, onMoment }
  return (
    <main id="main" className={styles['main']}>
      <header className={styles['lead']}>
        <h1 className={styles['title']}>
          {day ? say('screen.title', { day }) : say('screen.title.none')}
        </h1>
        <RecordBanner
          situation={query.data}
          view={view}
          lang={lang}
          say={say}
          onView={part.onView}
        />
      </header>
      <HeadlineStrip
        query={query}
        dataMode={part.dataMode}
        reader={part.reader}
        lang={lang}
        say={say}
        onOpen={part.onOpen}
        onWayBack={() => part.onView(OPENING)}
      />
      <CorridorRow query={query} {...part} />
      <div className={styles['filters']} data-script>
        <AfterTheMap
          {...slot}
          painted={painted}
          load={loadFilters}
          given={part}
          what={say('part.filters')}
          skeleton={<Skeleton height="28px" width="28rem" />}
        />
      </div>
      <div className={styles['desk']} data-script>
        <div className={styles['left']}>
          <div className={styles['map']} id="map">
            <LazySlot
              {...slot}
              load={loadMap}
              given={map}
              what={say('part.map')}
              skeleton={<Skeleton height="100%" className={styles['map-bone'] ?? ''} />}
            />
            {!painted && <PaintedMap at={window?.at ?? null} lang={lang} say={say} />}
          </div>
          <div className={styles['timeline']}>
            <AfterTheMap
              {...slot}
              painted={painted}
              load={loadTimeline}
              given={timeline}
              what={say('part.timeline')}
              skeleton={<Skeleton height="11rem" />}
            />
          </div>
        </div>
        <div className={styles['right']} id="charts">
          <AfterTheMap
            {...slot}
            painted={painted}
            load={loadCharts}
            given={part}
            what={say('part.charts')}
            skeleton={<Skeleton height="120rem" />}
          />
        </div>
      </div>
      <div id="reports" className={styles['reports']} data-script>
        <WhenNear skeleton={<Skeleton height="var(--reports-height)" />}>
          <LazySlot
            {...slot}
            load={loadReports}
            given={part}
            what={say('part.reports')}
            skeleton={<Skeleton height="var(--reports-height)" />}
          />
        </WhenNear>
      </div>
      {address.opened && (
        <LazySlot
          {...slot}
          load={loadEvidence}
          given={{ ...part, opened: address.opened, onClose, onBack: () => history.back() }}
          what={say('part.evidence')}
          skeleton={null}
        />
      )}
    </main>
  )
}

/** What stands around the map takes its turn after it: on a slow phone, drawing it would hold the map up. */
function AfterTheMap<Given extends object>({
  painted,
  ...slot
}: LazySlotProps<Given> & { painted: boolean }) {
  return painted ? <LazySlot {...slot} /> : slot.skeleton
}
