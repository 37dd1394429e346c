import { useId } from 'react'
import type { Day } from '#domain/time.ts'
import type { Note, Scene } from '#figures/figure.ts'
import type { ReadOut } from '#figures/read-out.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './charts.module.css'
import { Swatch } from './Swatch.tsx'

type Props = {
  read: ReadOut
  notes: readonly Note[]
  day: Day
  scene: Scene
  /** Where the day stands along the time axis, 0–1. */
  part: number
}

/** What was reported on the day pointed at, with its range, basis and number of sources. */
export function Tooltip({ read: { heading, readings }, notes, day, scene, part }: Props) {
  const id = useId()
  const near = notes.filter((note) => Math.abs(Date.parse(note.day) - Date.parse(day)) < 3 * 864e5)
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
      <strong>{heading}</strong>
      {readings.length === 0 && <p>{scene.say('charts.silent')}</p>}
      <ul>
        {readings.map(({ line, mark, text }, index) => (
          // What follows the pointer is rewritten in place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Swatch line={line} id={`${id}${index}`} />
            <span>
              {line.name} <b>{mark.said}</b>
              <small>{text}</small>
            </span>
          </li>
        ))}
        {near.map(({ number, text }) => (
          <li key={number}>
            <i className={styles['number']}>{number}</i>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
