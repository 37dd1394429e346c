import { useQuery } from '@tanstack/react-query'
import { useId, useMemo } from 'react'
import { placesQuery } from '#api/geography.ts'
import { seriesQuery } from '#api/series.ts'
import { useKept } from '#api/use-kept.ts'
import type { SeriesAnswer } from '#contract/answers.ts'
import type { Place } from '#domain/place.ts'
import { METRICS } from '#domain/series.ts'
import type { Series } from '#domain/series.ts'
import { stillOf, titleOf } from '#figures/figure-of.ts'
import type { Figure, Scene } from '#figures/figure.ts'
import { markOf } from '#i18n/mark.ts'
import { QueryState } from '#ui/QueryState.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { ChartFrame } from './ChartFrame.tsx'
import styles from './charts.module.css'
import { ChartsSkeleton } from './ChartsSkeleton.tsx'
import { FRAMES } from './layout.ts'
import { NotesKey } from './NotesKey.tsx'

/** Everything over time, from one request: five frames under one time axis and one pointer. */
export function Charts(part: ScreenPart) {
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
}

type FramesProps = ScreenPart & { answer: SeriesAnswer; places: Map<string, Place> | undefined }

function Frames({ answer, places, ...part }: FramesProps) {
  const { lang, say, dataMode, reader, view, window } = part
  const at = view.at ?? window?.at ?? answer.window.at
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
  // The moment moves while the timeline plays: only titles and crosshairs may follow it.
  const drawn = useMemo(
    () => sharingNotes(answer.series).map((series) => ({ series, still: stillOf(series, scene) })),
    [answer, scene],
  )
  // The pointer moves more often still, and nothing but itself may follow.
  const { frames, notes, said } = useMemo(() => {
    const figures = drawn.map(({ series, still }): Figure => ({
      ...still,
      title: titleOf(series, scene, at),
      at,
    }))
    return {
      frames: framesOf(figures),
      notes: figures[0]?.notes ?? [],
      said: caveatsOfAll(figures),
    }
  }, [drawn, scene, at])
  return (
    <>
      <NotesKey notes={notes} scene={scene} onOpen={part.onOpen} />
      <div className={styles['frames']}>
        {frames.map(({ figures, height }) => (
          <ChartFrame
            {...part}
            key={figures[0].id}
            figures={figures}
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

type FrameOf = { figures: readonly [Figure, ...Figure[]]; height: number }

function framesOf(figures: readonly Figure[]): FrameOf[] {
  return FRAMES.flatMap(({ metrics, height }) => {
    const [lead, ...others] = metrics.flatMap((metric) => figures.filter(({ id }) => id === metric))
    return lead ? [{ figures: [lead, ...others], height }] : []
  })
}

/** What must be minded on every one of them, and would otherwise be read five times. */
function caveatsOfAll(figures: readonly Figure[]): string[] {
  const [first, ...others] = figures.filter(({ empty }) => !empty)
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
