import { useState } from 'react'
import { percent } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { useWidth } from '#ui/use-width.ts'
import styles from './studio.module.css'
import { useFrameHeight } from './use-frame-height.ts'

type Props = {
  /** The page of the embed. */
  html: string
  title: string
  /** Of the frame, px; it is shown smaller where there is less room. */
  width: number
  /** Until the embed has said its own, px. */
  usualHeight: number
  lang: Lang
  say: Say
  onHeight: (height: number) => void
}

/**
 * The embed in a frame, as a newsroom's page will show it. It is handed its page and not an address: in the demo there is
 * nobody at that address to answer a frame.
 */
export function Preview({ html, title, width, usualHeight, lang, say, onHeight }: Props) {
  const { ref, width: room } = useWidth()
  const { height: measured, frame } = useFrameHeight(onHeight)
  const [ready, setReady] = useState(html)
  const height = measured ?? usualHeight
  const scale = room === null ? 1 : Math.min(1, room / width)
  // The page before stays in sight until the next one is drawn; a frame given another page would enter the history.
  const pages = ready === html ? [html] : [ready, html]
  return (
    <>
      <div className={styles['stage']} ref={ref}>
        <div
          className={styles['sheet']}
          style={{ width: Math.floor(width * scale), height: Math.ceil(height * scale) }}
        >
          {pages.map((page) => (
            <iframe
              key={page}
              ref={page === html ? frame : undefined}
              // Its own page, and yet a stranger to this one: as it will be wherever it is pasted.
              sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
              title={say('studio.preview.title', { title })}
              srcDoc={page}
              data-coming={page !== ready}
              style={{ width, height, transform: `scale(${scale})` }}
              onLoad={() => page === html && setReady(page)}
            />
          ))}
        </div>
      </div>
      {scale < 1 && (
        <p className={styles['note']}>
          {say('studio.preview.scaled', { share: percent(scale, lang) })}
        </p>
      )}
    </>
  )
}
