import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '#api/geography.ts'
import { situationQuery } from '#api/situation.ts'
import type { Headline } from '#domain/situation.ts'
import { period } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import { quantityText, rangeWords, span } from '#i18n/quantity.ts'
import type { MessageId } from '#i18n/words.ts'
import { FreshnessMark } from '#ui/FreshnessMark.tsx'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { Cautions } from './Cautions.tsx'
import { Definition } from '#ui/Definition.tsx'
import styles from './evidence.module.css'
import { Gone } from './Gone.tsx'
import { References } from './References.tsx'
import { NamedReports } from './ReportList.tsx'

/** Everything behind one key figure. */
export function HeadlineEvidence(props: ScreenPart & { id: string }) {
  const { id, view, say } = props
  const query = useQuery(situationQuery(view))
  return (
    <QueryState
      query={query}
      say={say}
      what={say('part.evidence')}
      skeleton={<Skeleton height="40rem" />}
    >
      {({ headlines }) => {
        const headline = headlines.find((each) => each.id === id)
        return headline ? <Behind {...props} headline={headline} /> : <Gone say={say} />
      }}
    </QueryState>
  )
}

function Behind({ headline, ...part }: ScreenPart & { headline: Headline }) {
  const { lang, say } = part
  const { id, caveats, missing, references, reports, n } = headline
  return (
    <>
      <h2>{say(`headline.${id}`)}</h2>
      <Figure headline={headline} {...part} />
      <Definition id={id} lang={lang} say={say} />
      <Cautions caveats={caveats} missing={missing} say={say} />
      <Parts parts={headline.parts} {...part} />
      <References references={references} lang={lang} say={say} />
      <NamedReports title={say('evidence.rests')} ids={reports} n={n} {...part} />
    </>
  )
}

function Figure({ headline, lang, say }: ScreenPart & { headline: Headline }) {
  const { value, unit, previous, place, freshness } = headline
  const { data: places } = useQuery(placesQuery())
  const range = value && span(value, unit, lang, say)
  return (
    <div className={styles['figure']}>
      <p className={styles['numeral']}>{value ? quantityText(value, unit, lang, say) : '–'}</p>
      <p>
        {range && <>{rangeWords(headline, range, say)}. </>}
        {headline.period && <>{period(headline.period, lang)} </>}
        {place && <>({placeName(place, places, lang)}) </>}
        {value && <FreshnessMark freshness={freshness} say={say} />}
      </p>
      {previous && (
        <p>
          {say('evidence.before')} – {quantityText(previous.value, unit, lang, say)},{' '}
          {period(previous.period, lang)}
        </p>
      )}
    </div>
  )
}

function Parts({ parts, lang, say }: ScreenPart & Pick<Headline, 'parts'>) {
  if (parts.length === 0) return null
  return (
    <section>
      <h3>{say('evidence.parts')}</h3>
      <table className={styles['table']}>
        <tbody>
          {parts.map(({ key, unit, value }) => (
            <tr key={key}>
              <th scope="row">{say(`part-key.${key}` as MessageId)}</th>
              <td>{value ? quantityText(value, unit, lang, say) : '–'}</td>
              <td>{value && span(value, unit, lang, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
