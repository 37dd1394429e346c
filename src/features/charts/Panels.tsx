import { lazy, memo, Suspense } from 'react'
import type { Drawing } from '#figures/figure.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { WhenNear } from '#ui/WhenNear.tsx'
import styles from './charts.module.css'
import { isTitled, NOTES_HEIGHT } from './layout.ts'
import type { Row } from './layout.ts'
import { takeTurn } from './turns.ts'

const PanelDrawing = lazy(async () => {
  const { PanelDrawing } = await import('./drawing/PanelDrawing.tsx')
  return { default: PanelDrawing }
})

type Props = {
  rows: readonly Row[]
  mark: Drawing['mark']
  window: Drawing['window']
  xTicks: Drawing['xTicks']
  /** Of the frame, px; null until it has been laid out. */
  width: number | null
  left: number
  right: number
}

/** What is drawn of a figure, panel under panel. Neither the pointer nor the moment shown draws any of it anew. */
export const Panels = memo(function Panels({ rows, width, ...drawing }: Props) {
  return (
    <>
      <div style={{ height: NOTES_HEIGHT }} />
      {rows.map(({ panel, height, hasTimeAxis }) => {
        const skeleton = <Skeleton height={`${height}px`} />
        return (
          <div key={panel.id}>
            {isTitled(panel) && <div className={styles['panelTitle']}>{panel.title}</div>}
            <div className={styles['panel']} style={{ height }}>
              <WhenNear skeleton={skeleton} admit={takeTurn}>
                <Suspense fallback={skeleton}>
                  {width !== null && (
                    <PanelDrawing {...drawing} {...{ panel, width, height, hasTimeAxis }} />
                  )}
                </Suspense>
              </WhenNear>
              {panel.isRow && <span className={styles['rowName']}>{panel.title}</span>}
              {panel.unit && <span className={styles['unit']}>{panel.unit}</span>}
            </div>
          </div>
        )
      })}
    </>
  )
})
