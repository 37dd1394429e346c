import { useState } from 'react'
import type { ReactNode } from 'react'
import { chartJsonQuery, embedPageQuery } from '#api/embeds.ts'
import { useKept } from '#api/use-kept.ts'
import type { ChartJson } from '#contract/embed-answers.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Notice } from '#ui/Notice.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Choice } from './Choice.tsx'
import { Codes } from './Codes.tsx'
import { codesOf } from './code-texts.ts'
import { Downloads } from './Downloads.tsx'
import { Options } from './Options.tsx'
import { Preview } from './Preview.tsx'
import { embedOf, PREVIEW_WIDTHS } from './studio-state.ts'
import type { Studio as State } from './studio-state.ts'
import styles from './studio.module.css'
import { Suggestions } from './Suggestions.tsx'

type Props = {
  studio: State
  dataMode: DataMode
  /** As whom the page is read: whoever sees more must know that a chart for sharing does not. */
  reader: Role
  lang: Lang
  say: Say
  onStudio: (patch: Partial<State>) => void
  /** Where corridor, place and fuel are chosen. */
  filters: ReactNode
  /** Address of the situation that the reader came from. */
  back: string
}

/** About what a chart needs in a column, px: until the preview has been measured. */
const USUAL_HEIGHT = 520

/** From a chart to what a newsroom pastes: what is shown is what is copied. */
export function Studio({ studio, dataMode, reader, lang, say, onStudio, filters, back }: Props) {
  const { chart, width } = studio
  const embed = embedOf(studio, lang)
  const page = useKept(embedPageQuery(embed))
  const numbers = useKept(chartJsonQuery(embed))
  const [height, setHeight] = useState(USUAL_HEIGHT)
  // What was kept from the question before must not be copied for this one.
  const told = numbers.isPlaceholderData ? null : (numbers.data ?? null)
  const kind = chart === 'corridors' ? 'map' : 'chart'
  return (
    <>
      <header className={styles['lead']}>
        <p>
          <a href={back}>{say('studio.back')}</a>
        </p>
        <h1>{say('studio.title', { kind })}</h1>
        <p>{say('studio.intro')}</p>
        {reader !== 'public' && (
          <Notice tone="plain" role="note">
            <p>{say('studio.as-public')}</p>
          </Notice>
        )}
      </header>
      <div className={styles['desk']}>
        <div className={styles['take']}>
          <Codes
            caveat={dataMode === 'demo' ? say('demo.studio.codes') : null}
            say={say}
            codes={
              told &&
              codesOf(embed, {
                title: told.title,
                alt: told.alt,
                height,
                width,
                hasPng: dataMode === 'live',
              })
            }
          />
          <Downloads
            embed={embed}
            width={width}
            window={told?.window ?? null}
            dataMode={dataMode}
            say={say}
          />
        </div>
        <section aria-labelledby="studio-preview" className={styles['preview']}>
          <h2 id="studio-preview" className="hidden">
            {say('studio.preview')}
          </h2>
          <Choice
            legend={say('studio.preview')}
            value={String(width)}
            options={PREVIEW_WIDTHS.map((value) => ({
              value: String(value),
              label: `${say(`studio.width.${value}`)} · ${value} px`,
            }))}
            onChoose={(next) =>
              onStudio({ width: PREVIEW_WIDTHS.find((each) => String(each) === next) ?? 640 })
            }
          />
          {told && isEmpty(told) && (
            <Notice tone="warn" role="note">
              <p>{say('studio.empty')}</p>
            </Notice>
          )}
          <QueryState
            query={page}
            say={say}
            what={say('studio.preview.what')}
            skeleton={<Skeleton height={`${USUAL_HEIGHT}px`} width={`${width}px`} />}
            onWayBack={() => onStudio({ view: {}, last: undefined })}
          >
            {(html) => (
              <Preview
                html={html}
                title={numbers.data?.title ?? ''}
                width={width}
                usualHeight={USUAL_HEIGHT}
                lang={lang}
                say={say}
                onHeight={setHeight}
              />
            )}
          </QueryState>
        </section>
        <Options
          studio={studio}
          window={numbers.data?.window ?? null}
          lang={lang}
          say={say}
          onStudio={onStudio}
          filters={filters}
        />
        <div className={styles['texts']}>
          <QueryState
            query={numbers}
            say={say}
            what={say('studio.texts.what')}
            skeleton={<Skeleton height="8rem" />}
          >
            {(answer) => <Suggestions answer={answer} embed={embed} say={say} />}
          </QueryState>
        </div>
      </div>
    </>
  )
}

/** True for a frame that could only say what is missing. A map shows its roads in any case. */
function isEmpty({ series }: ChartJson): boolean {
  return series !== null && series.n === 0
}
