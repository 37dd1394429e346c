import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Day } from '#domain/time.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { useTakenOver } from '#ui/use-taken-over.ts'
import styles from './situation.module.css'

type Props = { at: Day | null; lang: Lang; say: Say }

/** What paints in the map's place. Only the server's script has it (src/paint.tsx), and the words in it. */
export const painter: { map: ((given: Props & { at: Day }) => ReactNode) | null } = { map: null }

/**
 * The map's place as the server has painted it, over the map until that is drawn. Its script never draws it: what stands
 * there is left as it is, with the picture that the first script has drawn in it, and then taken away.
 */
export function PaintedMap({ at, lang, say }: Props) {
  const [wasPainted] = useState(!useTakenOver())
  if (!wasPainted) return null
  const place = { className: styles['painted'], inert: true, 'aria-hidden': true }
  return painter.map ? (
    <div {...place}>{at && painter.map({ at, lang, say })}</div>
  ) : (
    <div {...place} suppressHydrationWarning dangerouslySetInnerHTML={NOTHING} />
  )
}

const NOTHING = { __html: '' }
