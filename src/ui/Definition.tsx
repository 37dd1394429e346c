import { DAILY_NEEDS } from '#domain/cover.ts'
import { TANKER_LITRES } from '#domain/deliveries.ts'
import { number } from '#i18n/format.ts'
import type { Lang, MessageId, Say } from '#i18n/words.ts'

/** What is defined: every headline, and the two series that are no headline. */
export const DEFINED = [
  'arrivals',
  'cover',
  'losses',
  'premium',
  'wait',
  'stations',
  'prices',
  'litres',
] as const
export type Defined = (typeof DEFINED)[number]

const ASPECTS = ['what', 'how', 'assumes'] as const

/** What a figure is, how it is worked out, and what is taken for granted on the way. */
export function Definition({ id, lang, say }: { id: Defined; lang: Lang; say: Say }) {
  const litres = (value: number | null) => number(value, lang, 0)
  const settings = {
    low: litres(TANKER_LITRES.low),
    best: litres(TANKER_LITRES.best),
    high: litres(TANKER_LITRES.high),
    needs: DAILY_NEEDS.map(({ value }) => litres(value)).join(lang === 'fr' ? ' ou ' : ' or '),
  }
  return (
    <dl>
      {ASPECTS.map((aspect) => (
        <div key={aspect}>
          <dt>{say(`method.${aspect}`)}</dt>
          <dd>{say(`define.${id}.${aspect}` satisfies MessageId, settings)}</dd>
        </div>
      ))}
    </dl>
  )
}
