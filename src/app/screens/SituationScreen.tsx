import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { situationQuery } from '#api/situation.ts'
import type { Address } from '#domain/address.ts'
import { wordsReady } from '#i18n/words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { MapPart, ScreenPart } from '#ui/screen.ts'
import { LazySlot } from '#app/LazySlot.tsx'
import type { How } from '#app/use-address.ts'

type Props = {
  address: Address
  change: (next: (now: Address) => Address, how: How) => void
  lang: Lang
  say: Say
}

const loadMap = async (lang: Lang) => {
  const [{ SituationMap }] = await Promise.all([
    import('#features/map/SituationMap.tsx'),
    wordsReady(lang, 'detail'),
  ])
  return SituationMap
}
const loadCharts = async (lang: Lang) => {
  const [{ Charts }] = await Promise.all([
    import('#features/charts/Charts.tsx'),
    wordsReady(lang, 'detail'),
    wordsReady(lang, 'charts'),
  ])
  return Charts
}

/** The situation: lays the parts out and hands each the question. */
export function SituationScreen({ address, change, lang, say }: Props) {
  const { view, hidden } = address
  const situation = useQuery({ ...situationQuery(view), placeholderData: keepPreviousData })
  const [pointed, onPoint] = useState<string | null>(null)
  const [painted, setPainted] = useState(false)
  const part: ScreenPart = {
    view,
    window: situation.data?.window ?? null,
    lang,
    say,
    pointed,
    onPoint,
    onView: useCallback(
      (patch) => change((now) => ({ ...now, view: { ...now.view, ...patch } }), 'push'),
      [change],
    ),
    onOpen: useCallback((opened) => change((now) => ({ ...now, opened }), 'push'), [change]),
  }
  const map: MapPart = {
    ...part,
    hidden,
    onHide: useCallback((next) => change((now) => ({ ...now, hidden: next }), 'replace'), [change]),
    onPainted: useCallback(() => setPainted(true), []),
  }
  return (
    <main>
      <LazySlot
        load={loadMap}
        lang={lang}
        given={map}
        say={say}
        what={say('part.map')}
        skeleton={<Skeleton height="420px" />}
      />
      {painted && (
        <LazySlot
          load={loadCharts}
          lang={lang}
          given={part}
          say={say}
          what={say('part.charts')}
          skeleton={<Skeleton height="1200px" />}
        />
      )}
    </main>
  )
}
