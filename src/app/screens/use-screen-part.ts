import { useCallback, useEffect, useState } from 'react'
import { useAsker } from '#api/asker.ts'
import { useDataMode } from '#api/data-mode.ts'
import { othersIn } from '#domain/address.ts'
import type { Address, Layer, Opened } from '#domain/address.ts'
import type { Window } from '#domain/situation.ts'
import type { Day } from '#domain/time.ts'
import { toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { pathTo } from '#app/base.ts'
import { searchOf } from '#app/use-address.ts'
import type { Change, How } from '#app/use-address.ts'
import { makePointer } from '#ui/pointer.ts'
import { fetchMap } from './parts.ts'
import type { MapPart, ScreenPart } from '#ui/screen.ts'

/** Charts come without the map too, when it takes longer than this: a broken map must not take them along. */
const MAP_PATIENCE_MS = 6000

type Given = { address: Address; change: Change; window: Window | null; lang: Lang; say: Say }

/** What the parts of the screen are handed, and the two things that only the screen itself knows. */
export function useScreenPart({ address, change, window, lang, say }: Given): {
  part: ScreenPart
  map: MapPart
  /** True once the map stands: from then on charts may use the line. */
  painted: boolean
  onMoment: (day: Day) => void
  onClose: () => void
} {
  const { view, hidden } = address
  const dataMode = useDataMode()
  const { role: reader } = useAsker()
  const [pointer] = useState(makePointer)
  const [painted, setPainted] = useState(false)
  const [from, to] = [window?.from, window?.to]

  const ask = useCallback(
    (patch: Partial<View>, how: How) =>
      change(
        (now) => ({ ...now, view: pinned({ ...now.view, ...patch }, patch, { from, to }) }),
        how,
      ),
    [change, from, to],
  )
  const onView = useCallback((patch: Partial<View>) => ask(patch, 'push'), [ask])
  const onMoment = useCallback((day: Day) => ask({ at: day }, 'replace'), [ask])
  const onOpen = useCallback(
    (opened: Opened) => change((now) => ({ ...now, opened }), 'push'),
    [change],
  )
  const onClose = useCallback(() => change((now) => ({ ...now, opened: null }), 'push'), [change])
  const onHide = useCallback(
    (next: readonly Layer[]) => change((now) => ({ ...now, hidden: next }), 'replace'),
    [change],
  )
  const onPainted = useCallback(() => setPainted(true), [])
  const share = useCallback((chart: string) => studioHref(chart, view), [view])
  useEffect(
    function doNotWaitForEver() {
      const timer = setTimeout(onPainted, MAP_PATIENCE_MS)
      fetchMap().catch(onPainted)
      return () => clearTimeout(timer)
    },
    [onPainted],
  )
  const part = {
    view,
    window,
    lang,
    say,
    dataMode,
    reader,
    pointer,
    onView,
    onOpen,
    share,
  }
  return { part, map: { ...part, hidden, onHide, onPainted }, painted, onMoment, onClose }
}

/** A moment is chosen inside the window that is seen: from then on that window stays where it is. */
function pinned(view: View, patch: Partial<View>, seen: Pick<View, 'from' | 'to'>): View {
  if (patch.at === undefined || seen.from === undefined || seen.to === undefined) return view
  return { ...view, from: view.from ?? seen.from, to: view.to ?? seen.to }
}

/** The studio beside this screen, with the same question, in the same demo if it is one. */
function studioHref(chart: string, view: View): string {
  return pathTo('/embed') + searchOf(`chart=${chart}`, toSearch(view), othersIn(location.search))
}
