import { useMemo, useState } from 'react'
import type { Day } from '#domain/time.ts'
import { panelsTogether } from '#figures/facing.ts'
import type { Figure, Scene } from '#figures/figure.ts'
import { Button, ChipLink } from '#ui/Button.tsx'
import { Frame } from '#ui/Frame.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { ChartCredit } from './ChartCredit.tsx'
import styles from './charts.module.css'
import { CsvButton } from './CsvButton.tsx'
import { DataTable } from './DataTable.tsx'
import { Empty } from './Empty.tsx'
import { rowsOf } from './layout.ts'
import { Legend } from './Legend.tsx'
import { Plot } from './Plot.tsx'

type Props = Pick<
  ScreenPart,
  'view' | 'dataMode' | 'reader' | 'pointed' | 'onPoint' | 'onView' | 'onOpen'
> & {
  /** One figure, or two that face each other across one time axis and one scale. */
  figures: readonly [Figure, ...Figure[]]
  height: number
  scene: Scene
  at: Day
  /** Caveats that are said once for all frames. */
  said: readonly string[]
  share: ScreenPart['share']
}

/** A figure with all that must be read with it: what it says, its unit, its sources, its date, its caveats. */
export function ChartFrame(props: Props) {
  const {
    figures,
    height,
    scene,
    at,
    said,
    view,
    dataMode,
    reader,
    pointed,
    onPoint,
    onView,
    onOpen,
  } = props
  const [asTable, setAsTable] = useState(false)
  const { say } = scene
  const [lead, ...others] = figures
  const rows = useMemo(() => rowsOf(panelsTogether(figures), height), [figures, height])
  const titles = figures.map(({ title }) => title)
  const choose = (day: Day) => onView({ at: day })
  const isEmpty = figures.every(({ empty }) => empty)
  return (
    <Frame
      level={3}
      title={lead.title}
      standfirst={figures.map(({ subtitle }) => subtitle).join(' ')}
      className={styles['frame'] ?? ''}
      credit={<ChartCredit figures={figures} scene={scene} said={said} />}
    >
      {others.map(({ id, title }) => (
        <p key={id} className={styles['second']}>
          {title}
        </p>
      ))}
      {isEmpty ? (
        <Empty figures={figures} height={height} say={say} />
      ) : (
        <>
          {!asTable && <Legend drawings={figures} say={say} />}
          {asTable ? (
            <DataTable
              drawings={figures}
              scene={scene}
              height={height}
              label={say('charts.table.label', { title: lead.title })}
            />
          ) : (
            <Plot
              label={say('charts.plot', { title: titles.join('. ') })}
              drawings={figures}
              rows={rows}
              scene={scene}
              at={at}
              pointed={pointed}
              onPoint={onPoint}
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
        {figures.map(({ id }) => (
          <CsvButton
            key={id}
            metric={id}
            view={view}
            dataMode={dataMode}
            reader={reader}
            say={say}
            label={
              figures.length === 1
                ? say('charts.csv')
                : say('charts.csv.what', { what: say(`charts.what.${id}`) })
            }
          />
        ))}
        {figures.map(({ id }) => (
          <Button key={id} look="link" onClick={() => onOpen({ kind: 'series', id })}>
            {figures.length === 1
              ? say('charts.stand')
              : say('charts.stand.what', { what: say(`charts.what.${id}`) })}
          </Button>
        ))}
        {figures.map(({ id }) => {
          const words = say('share.what', { what: say(`charts.what.${id}`) })
          return (
            <ChipLink key={id} href={props.share(id)} label={words}>
              {figures.length === 1 ? say('share.link') : words}
            </ChipLink>
          )
        })}
      </div>
    </Frame>
  )
}
