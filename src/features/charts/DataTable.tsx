import { memo } from 'react'
import type { Drawing, Scene } from '#figures/figure.ts'
import { toTable } from '#figures/to-table.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './charts.module.css'

type Props = { drawings: readonly Drawing[]; scene: Scene; label: string; height: number }

/** The same numbers as the drawing, in the room the drawing had. */
export const DataTable = memo(function DataTable({ drawings, scene, label, height }: Props) {
  const { mark, head, rows } = toTable({ panels: drawings.flatMap(({ panels }) => panels) }, scene)
  return (
    // It scrolls, so the keyboard must be able to reach it.
    <div
      className={styles['scroll']}
      style={{ height }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">
              {scene.say('charts.table.period')} <DataMark mark={mark} />
            </th>
            {head.map(({ text, note }) => (
              <th key={text} scope="col">
                {text}
                {note && <small>{note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, cells }) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              {cells.map(({ text, note }, index) => (
                <td key={head[index]?.text}>
                  {text}
                  {note && <small>{note}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})
