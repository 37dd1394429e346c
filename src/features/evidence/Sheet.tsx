import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './evidence.module.css'

type Props = {
  /** What is shown: when it changes, reading starts at the top again. */
  about: string
  label: string
  mark: string | null
  say: Say
  onClose: () => void
  onBack: () => void
  children: ReactNode
}

/** A sheet over the screen's edge. The native dialog keeps focus inside, closes on Esc and gives focus back. */
export function Sheet({ about, label, mark, say, onClose, onBack, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [first] = useState(about)
  useLayoutEffect(function openWhileMounted() {
    const sheet = dialog.current
    sheet?.showModal()
    // Closed before it is taken away: only then does the browser give focus back to where it came from.
    return () => sheet?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles['sheet']}
      aria-label={label}
      closedby="any"
      onCancel={(event) => {
        // The address decides what is open; the dialog follows it.
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles['bar']}>
        <span className={styles['kicker']}>
          {label} <DataMark mark={mark} />
        </span>
        {first !== about && (
          <Button look="chip" onClick={onBack}>
            {say('evidence.back')}
          </Button>
        )}
        <CopyLink say={say} />
        <Button look="chip" onClick={onClose}>
          {say('evidence.close')} <span aria-hidden="true">×</span>
        </Button>
      </div>
      <Body key={about}>{children}</Body>
    </dialog>
  )
}

/** Takes the focus when it comes, so that reading starts at the top and the arrow keys scroll. */
function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(function startReadingHere() {
    body.current?.focus()
  }, [])
  return (
    <div ref={body} className={styles['body']} tabIndex={-1}>
      {children}
    </div>
  )
}

function CopyLink({ say }: { say: Say }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setCopied(true)
    } catch {
      // Not allowed here: the address bar has it too.
    }
  }
  return (
    <Button look="chip" onClick={() => void copy()}>
      <span aria-live="polite">{say(copied ? 'evidence.copied' : 'evidence.copy')}</span>
    </Button>
  )
}
