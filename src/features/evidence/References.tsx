import type { Reference } from '#domain/series.ts'
import { quantityText } from '#i18n/quantity.ts'
import { exactly } from '#domain/estimate.ts'
import type { Lang, MessageId, Say } from '#i18n/words.ts'
import styles from './evidence.module.css'

type Props = { references: readonly Reference[]; lang: Lang; say: Say }

/** Published levels to compare with, each with its source. */
export function References({ references, lang, say }: Props) {
  if (references.length === 0) return null
  return (
    <section>
      <h3>{say('evidence.references')}</h3>
      <table className={styles['table']}>
        <tbody>
          {references.map(({ id, value, unit, source, url }) => (
            <tr key={id}>
              <th scope="row">{say(`reference.${id}` as MessageId)}</th>
              <td>{quantityText(exactly(value), unit, lang, say)}</td>
              <td>{url ? <a href={url}>{source}</a> : source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
