import { useRef } from 'react'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { CopyStatus } from './CopyStatus.tsx'
import styles from './studio.module.css'
import { useCopy } from './use-copy.ts'

type Props = { id: 'alt' | 'cite'; text: string; frameLang: string; say: Say }

/** A text made from the chart's numbers, to be copied. It is in the language of the chart. */
export function SuggestedText({ id, text, frameLang, say }: Props) {
  const { copied, copy } = useCopy()
  const shown = useRef<HTMLParagraphElement>(null)
  const what = say(`studio.${id}`)
  return (
    <section aria-labelledby={`studio-${id}`} className={styles['text']}>
      <header className={styles['row']}>
        <h2 id={`studio-${id}`}>{what}</h2>
        <span className={styles['note']}>{say(`studio.${id}.why`)}</span>
        <Button
          look="chip"
          aria-label={say('studio.copy.what', { what })}
          onClick={() => copy(what, text, () => shown.current)}
        >
          {say('studio.text.copy')}
        </Button>
      </header>
      <p ref={shown} lang={frameLang} tabIndex={-1} className={styles['quoted']}>
        {text}
      </p>
      <CopyStatus copied={copied?.text === text ? copied : null} say={say} />
    </section>
  )
}
