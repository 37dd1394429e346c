import { useQuery } from '@tanstack/react-query'
import { memo, useId, useMemo } from 'react'
import { placesQuery } from '#api/geography.ts'
import { seriesQuery } from '#api/series.ts'
import { useKept } from '#api/use-kept.ts'
import type { SeriesAnswer } from '#contract/answers.ts'
import type { Place } from '#domain/place.ts'
import { METRICS } from '#domain/series.ts'
import type { Series } from '#domain/series.ts'
import { stillOf, titleOf } from '#figures/figure-of.ts'
import type { Drawing, Scene } from '#figures/figure.ts'
import { markOf } from '#i18n/mark.ts'
import { QueryState } from '#ui/QueryState.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { ChartFrame } from './ChartFrame.tsx'
import styles from './charts.module.css'
import { ChartsSkeleton } from './ChartsSkeleton.tsx'
import { FRAMES } from './layout.ts'
import { NotesKey } from './NotesKey.tsx'

/** Everything over time, from one request: five frames under one time axis and one pointer. */
export const Charts = memo(function Charts(part: ScreenPart) {
  const { view, say } = part
  const id = useId()
  const query = useKept(seriesQuery(METRICS, view))
  const places = useQuery(placesQuery())
  return (
    <section aria-labelledby={id} className={styles['charts']}>
      <h2 id={id} className={styles['title']}>
        {say('charts.title')}
      </h2>
      <QueryState query={query} say={say} what={say('part.charts')} skeleton={<ChartsSkeleton />}>
        {(answer) => <Frames {...part} answer={answer} places={places.data} />}
      </QueryState>
    </section>
  )
})

type FramesProps = ScreenPart & { answer: SeriesAnswer; places: Map<string, Place> | undefined }

function Frames({ answer, places, window, ...part }: FramesProps) {
  const { lang, say, dataMode, reader, view } = part
  const at = view.at ?? window?.at ?? answer.window.at
  const { series } = answer
  const { from, to } = answer.window
  const scene: Scene = useMemo(
    () => ({
      window: { from, to },
      say,
      lang,
      mark: markOf(dataMode, reader, say),
      placeName: (id) => {
        const place = places?.get(id)
        return (lang === 'fr' ? place?.nameFr : place?.name) ?? id
      },
    }),
    [from, to, say, lang, dataMode, reader, places],
  )
  // The moment moves while the timeline plays: only titles and rules may follow it.
  const { frames, notes, said } = useMemo(() => stillFrames(series, scene), [series, scene])
  const titles = useMemo(
    () => frames.map(({ shown }) => shown.map((each) => titleOf(each, scene, at))),
    [frames, scene, at],
  )
  return (
    <>
      <NotesKey notes={notes} scene={scene} onOpen={part.onOpen} />
      <div className={styles['frames']}>
        {frames.map(({ drawings, height }, index) => (
          <ChartFrame
            {...part}
            key={drawings[0].id}
            drawings={drawings}
            titles={titles[index] ?? []}
            height={height}
            scene={scene}
            at={at}
            said={said}
          />
        ))}
      </div>
      {said.length > 0 && (
        <p className={styles['all']}>
          <b>{say('charts.caveats.all')}</b> {said.join(' ')}
        </p>
      )}
    </>
  )
}

type FrameOf = {
  shown: readonly Series[]
  drawings: readonly [Drawing, ...Drawing[]]
  height: number
}

/** All of the frames that stays while the moment moves. */
function stillFrames(all: readonly Series[], scene: Scene) {
  const told = sharingNotes(all)
  const frames = FRAMES.flatMap(({ metrics, height }): FrameOf[] => {
    const shown = metrics.flatMap((metric) => told.filter((series) => series.metric === metric))
    const [lead, ...others] = shown.map((series) => stillOf(series, scene))
    return lead ? [{ shown, drawings: [lead, ...others], height }] : []
  })
  const drawings = frames.flatMap((frame) => frame.drawings)
  return { frames, notes: drawings[0]?.notes ?? [], said: caveatsOfAll(drawings) }
}

/** What must be minded on every one of them, and would otherwise be read five times. */
function caveatsOfAll(drawings: readonly Drawing[]): string[] {
  const [first, ...others] = drawings.filter(({ empty }) => !empty)
  if (!first || others.length === 0) return []
  return first.caveats.filter((caveat) => others.every(({ caveats }) => caveats.includes(caveat)))
}

/** The charts are read together, so a number means the same event on all of them. */
function sharingNotes(all: readonly Series[]): Series[] {
  const annotations = [
    ...new Map(
      all.flatMap((series) => series.annotations.map((each) => [each.report, each])),
    ).values(),
  ]
  return all.map((series) => ({ ...series, annotations }))
}
