import { memo, useId } from 'react'
import { MAY_BE_DEMO } from '#api/data-mode.ts'
import type { Period } from '#domain/time.ts'
import { ticksShown } from '#figures/drawn/ticks-shown.ts'
import type { Drawing, Panel } from '#figures/figure.ts'
import { TIME_AXIS_HEIGHT } from '#features/charts/layout.ts'
import { Curves } from './Curves.tsx'
import { EndNames } from './EndNames.tsx'
import { Ground, TimeAxis } from './Ground.tsx'
import { LevelNames } from './LevelNames.tsx'
import { Marks } from './Marks.tsx'
import { scalesOf } from './scales.ts'
import { Watermark } from './Watermark.tsx'

export type PanelProps = {
  panel: Panel
  mark: string | null
  window: Period
  xTicks: Drawing['xTicks']
  width: number
  height: number
  left: number
  right: number
  hasTimeAxis: boolean
}

/** One panel: curves by Recharts; axes, bars, points and ranges are ours, on the same scales. */
function DrawnPanel(props: PanelProps) {
  const { panel, mark, window, xTicks, width, height, left, right, hasTimeAxis } = props
  const id = useId()
  const area = {
    left,
    right: width - right,
    top: panel.down ? 0 : 7,
    bottom: height - (hasTimeAxis ? TIME_AXIS_HEIGHT : 0),
  }
  const scales = scalesOf(panel, window, area)
  const curves = panel.lines.filter(({ role }) => role === 'line' || role === 'step')
  const under = (
    <>
      <Ground panel={panel} scales={scales} ticks={ticksShown(panel, area.bottom)} />
      {hasTimeAxis && <TimeAxis xTicks={xTicks} scales={scales} />}
    </>
  )
  const over = (
    <>
      {panel.down && (
        <path d={`M${left} ${scales.y(0)}H${area.right}`} stroke="var(--line-strong)" />
      )}
      <Marks panel={panel} scales={scales} id={id} />
      {MAY_BE_DEMO && mark && <Watermark mark={mark} area={area} />}
      <LevelNames panel={panel} scales={scales} />
      {right > 60 && <EndNames panel={panel} scales={scales} />}
    </>
  )
  if (curves.length > 0)
    return <Curves {...{ panel, window, width, height, area, under, over }} lines={curves} />
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {under}
      {over}
    </svg>
  )
}

/** Drawn anew only when its data or its size change. */
export const PanelDrawing = memo(DrawnPanel)
