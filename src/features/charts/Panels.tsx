import { memo, Suspense, use } from 'react'
import type { Drawing } from '#figures/figure.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { WhenNear } from '#ui/WhenNear.tsx'
import styles from './charts.module.css'
import type { PanelProps } from './drawing/PanelDrawing.tsx'
import type * as drawing from './drawing/PanelDrawing.tsx'
import { isTitled, NOTES_HEIGHT } from './layout.ts'
import type { Row } from './layout.ts'
import { takeTurn } from './turns.ts'

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
              <WhenNear skeleton={skeleton} admit={inTurn}>
                <Suspense fallback={skeleton}>
                  {width !== null && (
                    <Drawn {...drawing} {...{ panel, width, height, hasTimeAxis }} />
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

type Code = typeof drawing

/** What draws comes when the first chart does, and all at once: kept, so that what is printed need not wait for it. */
const code: { here: Code | null; coming: Promise<Code> | null } = { here: null, coming: null }

function fetchCode(): Promise<Code> {
  return (code.coming ??= import('./drawing/PanelDrawing.tsx').then((here) => (code.here = here)))
}

function Drawn(props: PanelProps) {
  const { PanelDrawing } = code.here ?? use(fetchCode())
  return <PanelDrawing {...props} />
}

/** One panel a task, from when there is something to draw it with. If that does not come, drawing says so. */
function inTurn(come: () => void): void {
  const queue = () => takeTurn(come)
  void fetchCode().then(queue, queue)
}
