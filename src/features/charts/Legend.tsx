import { memo, useId } from 'react'
import { isPartial } from '#figures/figure.ts'
import type { Drawing } from '#figures/figure.ts'
import type { Say } from '#i18n/words.ts'
import styles from './charts.module.css'
import { isNamedAtEnd } from './layout.ts'
import { Swatch } from './Swatch.tsx'

type Props = { drawings: readonly Drawing[]; say: Say }

/** What each line is, and what lighter, hatched and hollow bars mean where there are any. */
export const Legend = memo(function Legend({ drawings, say }: Props) {
  const id = useId()
  const panels = drawings.flatMap((drawing) => drawing.panels)
  const bars = panels.flatMap(({ lines }) =>
    lines.filter(({ role }) => role === 'bars' || role === 'gauges'),
  )
  const marks = bars.flatMap((line) => line.marks)
  const isSingle =
    bars.length === panels.flatMap(({ lines }) => lines).length && isRowPerPlace(drawings)
  const entries = new Map(
    panels
      .filter(({ title }) => title === null)
      .flatMap((panel) => panel.lines.map((line) => [line.key, { panel, line }] as const)),
  )
  const states = [
    marks.some((mark) => mark.basis === 'summed') && 'summed',
    marks.some((mark) => mark.basis === 'derived') && 'derived',
    marks.some(isPartial) && 'partial',
    isSingle && marks.some(({ best, low }) => best === null && low !== null) && 'majority',
  ] as const
  return (
    <ul className={styles['legend']} aria-label={say('charts.legend')}>
      {!isSingle &&
        [...entries.values()].map(({ panel, line }) => (
          <li
            key={line.key}
            className={isNamedAtEnd(panel, line.key) ? styles['direct'] : undefined}
          >
            <Swatch line={line} id={`${id}${line.key}`} />
            {line.short}
          </li>
        ))}
      {states.map(
        (state) =>
          state && (
            <li key={state}>
              <span className={styles[`swatch-${state}`]} />
              {say(`charts.legend.${state}`)}
            </li>
          ),
      )}
    </ul>
  )
})

function isRowPerPlace(drawings: readonly Drawing[]): boolean {
  return drawings.every(({ id }) => id === 'stations')
}
