import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Headline, Situation } from '#domain/situation.ts'
import { HeadlineId } from '#domain/situation.ts'
import { longDay } from '#i18n/format.ts'
import { markOf } from '#i18n/mark.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { DataMark } from '#ui/DataMark.tsx'
import type { Asked } from '#ui/QueryState.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { HeadlineCell } from './HeadlineCell.tsx'
import styles from './headlines.module.css'

type Props = {
  query: Asked<Situation>
  dataMode: DataMode
  reader: Role
  lang: Lang
  say: Say
  onOpen: ScreenPart['onOpen']
  onWayBack: () => void
}

const ORDER = HeadlineId.options

/** The strip of headline figures: six places of one size, whether a figure can be had or not. */
export function HeadlineStrip({ query, dataMode, reader, lang, say, onOpen, onWayBack }: Props) {
  return (
    <section aria-labelledby="headlines" className={styles['section']}>
      <h2 id="headlines" className="hidden">
        {say('headlines.title')}
      </h2>
      <DataMark mark={markOf(dataMode, reader, say)} />
      <QueryState
        query={query}
        say={say}
        what={say('part.situation')}
        onWayBack={onWayBack}
        asOf={({ window }) => longDay(window.at, lang)}
        skeleton={
          <div className={styles['strip']}>
            {ORDER.map((id) => (
              <div key={id} className={styles['cell']} />
            ))}
          </div>
        }
      >
        {({ headlines }) => (
          <ul className={styles['strip']}>
            {headlines.toSorted(inOrder).map((headline) => (
              <HeadlineCell
                key={headline.id}
                headline={headline}
                lang={lang}
                say={say}
                onOpen={onOpen}
              />
            ))}
          </ul>
        )}
      </QueryState>
    </section>
  )
}

function inOrder(a: Headline, b: Headline): number {
  return ORDER.indexOf(a.id) - ORDER.indexOf(b.id)
}
