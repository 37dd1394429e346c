import type { ReactNode } from 'react'
import { Caveat } from '#domain/series.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { DEFINED, Definition } from '#ui/Definition.tsx'
import type { Defined } from '#ui/Definition.tsx'
import { CorridorRules } from './CorridorRules.tsx'
import { FreshnessLimits } from './FreshnessLimits.tsx'
import { Grades } from './Grades.tsx'
import { Mapping } from './Mapping.tsx'
import styles from './method.module.css'

type Props = { lang: Lang; say: Say }

const SECTIONS = [
  'figures',
  'caveats',
  'unknown',
  'sources',
  'grades',
  'times',
  'freshness',
  'corridors',
  'mapping',
  'limits',
  'safety',
  'licences',
] as const
type SectionId = (typeof SECTIONS)[number]

/** What every figure means, how it is made, and what it cannot say. */
export function Method({ lang, say }: Props) {
  const content: Record<SectionId, ReactNode> = {
    figures: <Figures lang={lang} say={say} />,
    caveats: <Caveats say={say} />,
    unknown: null,
    sources: <p>{say('method.sources.claims')}</p>,
    grades: <Grades say={say} />,
    times: null,
    freshness: <FreshnessLimits say={say} />,
    corridors: <CorridorRules lang={lang} say={say} />,
    mapping: <Mapping say={say} />,
    limits: null,
    safety: null,
    licences: (
      <>
        <p>{say('method.licences.record')}</p>
        <p>{say('method.licences.map')}</p>
        <p>{say('method.licences.code')}</p>
      </>
    ),
  }
  return (
    <article className={styles['method']}>
      <header>
        <h1>{say('method.title')}</h1>
        <p className={styles['intro']}>{say('method.intro')}</p>
      </header>
      <nav aria-label={say('method.contents')}>
        <ol>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{say(`method.${id}`)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        {SECTIONS.map((id) => (
          <section key={id} id={id}>
            <h2>{say(`method.${id}`)}</h2>
            <Opening id={id} say={say} />
            {content[id]}
          </section>
        ))}
      </div>
    </article>
  )
}

/** The words a section opens with; two begin with their list at once. */
function Opening({ id, say }: { id: SectionId; say: Say }) {
  if (id === 'figures' || id === 'licences' || id === 'corridors') return null
  return <p>{say(`method.${id}.text`)}</p>
}

function Figures({ lang, say }: Props) {
  const name = (id: Defined) =>
    id === 'prices' || id === 'litres' ? say(`method.metric.${id}`) : say(`headline.${id}`)
  return DEFINED.map((id) => (
    <section key={id} id={`figure-${id}`}>
      <h3>{name(id)}</h3>
      <Definition id={id} lang={lang} say={say} />
    </section>
  ))
}

function Caveats({ say }: { say: Say }) {
  return (
    <dl>
      {Caveat.options.map((caveat) => (
        <div key={caveat}>
          <dt>{say(`caveat.${caveat}`)}</dt>
          <dd>{say(`caveat.${caveat}.why`)}</dd>
        </div>
      ))}
    </dl>
  )
}
