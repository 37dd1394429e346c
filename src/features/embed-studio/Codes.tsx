import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { CODES } from './code-texts.ts'
import type { Code } from './code-texts.ts'
import { CopyStatus } from './CopyStatus.tsx'
import styles from './studio.module.css'
import { useCopy } from './use-copy.ts'

type Props = {
  /** Null until the chart has come: a code must not name another chart than the one that is shown. */
  codes: Record<Code, string> | null
  /** What holds for all of them here; null for nothing. */
  caveat: string | null
  say: Say
}

/** Copies the chart in each way that newsrooms take it, in one click, and shows what was copied. */
export function Codes({ codes, caveat, say }: Props) {
  const [shown, setShown] = useState<Code>('iframe')
  const { copied, copy } = useCopy()
  const [taken, setTaken] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  function take(code: Code): void {
    if (codes === null) return
    // At once: where the clipboard is refused, what is selected must be this text and not the one before.
    flushSync(() => setShown(code))
    setTaken(codes.link)
    copy(say(`studio.copy.${code}`), codes[code], () => field.current)
  }

  return (
    <div className={styles['codes']}>
      <div className={styles['row']} role="group" aria-label={say('studio.copy')}>
        <span className={styles['verb']} aria-hidden="true">
          {say('studio.copy')}
        </span>
        {CODES.map((code) => (
          <Button
            key={code}
            className={code === 'iframe' ? styles['first'] : undefined}
            aria-label={say('studio.copy.what', { what: say(`studio.copy.${code}`) })}
            disabled={codes === null}
            onClick={() => take(code)}
          >
            {say(`studio.copy.${code}`)}
          </Button>
        ))}
      </div>
      <textarea
        ref={field}
        readOnly
        rows={3}
        spellCheck={false}
        aria-label={say('studio.code', { what: say(`studio.copy.${shown}`) })}
        value={codes?.[shown] ?? ''}
      />
      <div className={styles['row']}>
        <p className={styles['note']}>
          <b>{say(`studio.copy.${shown}`)}</b> {say(`studio.why.${shown}`)}
        </p>
        {/* A choice made since then has made another chart of it. */}
        <CopyStatus copied={taken === codes?.link ? copied : null} say={say} />
      </div>
      {caveat !== null && <p className={styles['note']}>{caveat}</p>}
    </div>
  )
}
