import { useId, useLayoutEffect, useRef } from 'react'
import { number } from '#i18n/format.ts'
import { Button } from '#ui/Button.tsx'
import { DataMark } from '#ui/DataMark.tsx'
import { About } from './About.tsx'
import styles from './demo-panel.module.css'
import { Settings } from './Settings.tsx'
import type { PanelProps } from './Settings.tsx'

type Props = PanelProps & {
  /** Where the real product is; null where there is none beside this demo. */
  home: string | null
  /** Reports that came in since the page was opened. */
  fresh: number
  onClose: () => void
}

/** Everything about the demo, over the page. The native dialog keeps the focus in and gives it back. */
export function DemoPanel({ fresh, onClose, ...props }: Props) {
  const { state, lang, say } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(function openWhileMounted() {
    const panel = dialog.current
    panel?.showModal()
    return () => panel?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles['panel']}
      aria-labelledby={id}
      closedby="any"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // A press beside it closes it without asking.
      onClose={onClose}
    >
      <header className={styles['head']}>
        <h2 id={id}>{say('demo.panel')}</h2>
        <DataMark mark={say('demo.mark')} />
        <Button look="chip" onClick={onClose}>
          {say('demo.panel.close')} <span aria-hidden="true">×</span>
        </Button>
      </header>
      <div className={styles['body']}>
        <Settings {...props} />
        <p className={styles['count']}>
          {say('demo.reports', { n: state.reports })} · {say('demo.new.since', { n: fresh })} ·{' '}
          {say('demo.about.seed')} {number(state.seed, lang, 0)}
        </p>
        <About {...props} />
      </div>
    </dialog>
  )
}
