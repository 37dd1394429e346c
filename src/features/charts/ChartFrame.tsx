import { memo, useMemo, useState } from 'react'
import type { Day } from '#domain/time.ts'
import { panelsTogether } from '#figures/facing.ts'
import type { Drawing, Scene } from '#figures/figure.ts'
import { Button } from '#ui/Button.tsx'
import { Frame } from '#ui/Frame.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { ChartCredit } from './ChartCredit.tsx'
import styles from './charts.module.css'
import { DataTable } from './DataTable.tsx'
import { Empty } from './Empty.tsx'
import { rowsOf } from './layout.ts'
import { Legend } from './Legend.tsx'
import { Plot } from './Plot.tsx'
import { Tools } from './Tools.tsx'

type Props = Pick<
  ScreenPart,
  'view' | 'dataMode' | 'reader' | 'pointer' | 'onView' | 'onOpen' | 'share'
> & {
  /** One figure, or two that face each other across one time axis and one scale. */
  drawings: readonly [Drawing, ...Drawing[]]
  /** What each of them shows at the moment. */
  titles: readonly string[]
  height: number
  scene: Scene
  at: Day
  /** Caveats that are said once for all frames. */
  said: readonly string[]
}

/** A figure with all that must be read with it: what it says, its unit, its sources, its date, its caveats. */
export const ChartFrame = memo(function ChartFrame(props: Props) {
  const { drawings, titles, height, scene, at, said, pointer, onView } = props
  const { view, dataMode, reader, onOpen, share } = props
  const [asTable, setAsTable] = useState(false)
  const { say } = scene
  const rows = useMemo(() => rowsOf(panelsTogether(drawings), height), [drawings, height])
  const metrics = useMemo(() => drawings.map(({ id }) => id), [drawings])
  const choose = (day: Day) => onView({ at: day })
  const isEmpty = drawings.every(({ empty }) => empty)
  const [lead = '', ...others] = titles
  return (
    <Frame
      level={3}
      title={lead}
      standfirst={drawings.map(({ subtitle }) => subtitle).join(' ')}
      className={styles['frame'] ?? ''}
      credit={<ChartCredit drawings={drawings} scene={scene} said={said} />}
    >
      {others.map((title) => (
        <p key={title} className={styles['second']}>
          {title}
        </p>
      ))}
      {isEmpty ? (
        <Empty drawings={drawings} height={height} say={say} />
      ) : (
        <>
          {!asTable && <Legend drawings={drawings} say={say} />}
          {asTable ? (
            <DataTable
              drawings={drawings}
              scene={scene}
              height={height}
              label={say('charts.table.label', { title: lead })}
            />
          ) : (
            <Plot
              label={say('charts.plot', { title: titles.join('. ') })}
              drawings={drawings}
              rows={rows}
              scene={scene}
              at={at}
              pointer={pointer}
              onChoose={choose}
            />
          )}
        </>
      )}
      <div className={styles['tools']}>
        {!isEmpty && (
          <Button look="chip" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {say('charts.table')}
          </Button>
        )}
        <Tools {...{ metrics, view, dataMode, reader, say, onOpen, share }} />
      </div>
    </Frame>
  )
})
