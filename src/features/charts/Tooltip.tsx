import { useId } from 'react'
import type { Day } from '#domain/time.ts'
import type { Drawing, Scene } from '#figures/figure.ts'
import { headingAt, readingsAt } from '#figures/read-out.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './charts.module.css'
import { Swatch } from './Swatch.tsx'

type Props = { drawings: readonly [Drawing, ...Drawing[]]; day: Day; scene: Scene; part: number }

/** What was reported on the day pointed at, with its range, basis and number of sources. */
export function Tooltip({ drawings, day, scene, part }: Props) {
  const id = useId()
  const readings = drawings.flatMap((drawing) => readingsAt(drawing, day, scene))
  const notes = drawings[0].notes.filter(
    (note) => Math.abs(Date.parse(note.day) - Date.parse(day)) < 3 * 864e5,
  )
  return (
    <div
      className={styles['tooltip']}
      style={{
        ...(part > 0.5 ? { right: `${(1 - part) * 100}%` } : { left: `${part * 100}%` }),
        // Never wider than the side it stands on.
        maxWidth: `min(17rem, calc(${Math.max(part, 1 - part) * 100}% - 0.5rem))`,
      }}
    >
      <DataMark mark={scene.mark} />
      <strong>{headingAt(readings, day, scene)}</strong>
      {readings.length === 0 && <p>{scene.say('charts.silent')}</p>}
      <ul>
        {readings.map(({ line, mark, text }, index) => (
          <li key={line.key + mark.from}>
            <Swatch line={line} id={`${id}${index}`} />
            <span>
              {line.name} <b>{mark.said}</b>
              <small>{text}</small>
            </span>
          </li>
        ))}
        {notes.map(({ number, text }) => (
          <li key={number}>
            <i className={styles['number']}>{number}</i>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
