import { createContext, use, useState } from 'react'
import type { ReactNode } from 'react'
import type { Day } from '#domain/time.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { useTakenOver } from '#ui/use-taken-over.ts'
import styles from './situation.module.css'

type Props = { at: Day | null; lang: Lang; say: Say }

/** What the server paints in the map's place; nobody else has it, nor the words in it. */
export const MapPainter = createContext<((given: Props & { at: Day }) => ReactNode) | null>(null)

/**
 * The map's place as the server has painted it, over the map until that is drawn. Its script never draws it: what stands
 * there is left as it is, with the picture that the first script has drawn in it, and then taken away.
 */
export function PaintedMap({ at, lang, say }: Props) {
  const isTakenOver = useTakenOver()
  const [wasPainted] = useState(!isTakenOver)
  const paint = use(MapPainter)
  if (!wasPainted) return null
  const place = { className: styles['painted'], inert: true, 'aria-hidden': true }
  return paint ? (
    <div {...place}>{at && paint({ at, lang, say })}</div>
  ) : (
    <div {...place} suppressHydrationWarning dangerouslySetInnerHTML={NOTHING} />
  )
}

const NOTHING = { __html: '' }
