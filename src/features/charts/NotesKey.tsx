import { memo } from 'react'
import type { Note, Scene } from '#figures/figure.ts'
import { shortDay } from '#i18n/format.ts'
import { Button } from '#ui/Button.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import styles from './charts.module.css'

type Props = { notes: readonly Note[]; scene: Scene; onOpen: ScreenPart['onOpen'] }

/** The numbered marks of all charts, said once; each opens the report it rests on. */
export const NotesKey = memo(function NotesKey({ notes, scene: { say, lang }, onOpen }: Props) {
  if (notes.length === 0) return null
  return (
    <ol className={styles['notes']} aria-label={say('charts.notes')}>
      {notes.map(({ number, day, text, report }) => (
        <li key={number}>
          <i className={styles['number']}>{number}</i>
          <span>
            <time dateTime={day}>{shortDay(day, lang, false)}</time>{' '}
            <Button look="link" onClick={() => onOpen({ kind: 'report', id: report })}>
              {text}
            </Button>
          </span>
        </li>
      ))}
    </ol>
  )
})
