import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { placesQuery } from '#api/geography.ts'
import { inlinedPlaces } from '#api/inlined.ts'
import type { Headline } from '#domain/situation.ts'
import { period } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import { quantity, span, rangeWords } from '#i18n/quantity.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { FreshnessMark } from '#ui/FreshnessMark.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { besideText } from './beside-text.ts'
import { changeText } from './change-text.ts'
import styles from './headlines.module.css'

type Props = { headline: Headline; lang: Lang; say: Say; onOpen: ScreenPart['onOpen'] }

/** One figure, with its span, its period, what it was before, and what it rests on. Another day often leaves it as it is. */
export const HeadlineCell = memo(function HeadlineCell({ headline, lang, say, onOpen }: Props) {
  const { id, value, caveats, n, sources } = headline
  const beside = besideText(headline, lang, say)
  const name = say(`headline.${id}`)
  const behind = n > 0 ? say('headline.behind', { n, sources }) : say('headline.definition')
  return (
    <li className={styles['cell']}>
      <h3 className={styles['name']}>{name}</h3>
      {value === null ? (
        <Unknown headline={headline} say={say} />
      ) : (
        <Known headline={{ ...headline, value }} lang={lang} say={say} />
      )}
      {beside && <p className={styles['beside']}>{beside}</p>}
      {caveats.length > 0 && (
        <p className={styles['caveats']}>
          {caveats.slice(0, 2).map((caveat) => (
            <span key={caveat}>{say(`caveat.${caveat}`)}</span>
          ))}
        </p>
      )}
      <p className={styles['foot']}>
        <Button
          look="link"
          // Who speaks to the screen says what is written on it: the name must hold it.
          aria-label={`${say('headline.open', { name })}, ${behind}`}
          onClick={() => onOpen({ kind: 'headline', id })}
        >
          {behind}
        </Button>
      </p>
    </li>
  )
}, isSame)

function isSame(a: Props, b: Props): boolean {
  return (
    a.lang === b.lang &&
    a.say === b.say &&
    a.onOpen === b.onOpen &&
    (a.headline === b.headline || JSON.stringify(a.headline) === JSON.stringify(b.headline))
  )
}

type KnownProps = {
  headline: Headline & { value: NonNullable<Headline['value']> }
  lang: Lang
  say: Say
}

function Known({ headline, lang, say }: KnownProps) {
  const { value, unit, previous, place, freshness } = headline
  const { data: places } = useQuery({
    ...placesQuery(),
    enabled: place !== null,
    placeholderData: inlinedPlaces,
  })
  const figure = quantity(value, unit, lang, say)
  const range = span(value, unit, lang, say)
  const change = changeText(headline, lang, say)
  return (
    <>
      <p className={styles['figure']} data-freshness={freshness}>
        {figure.unit === '×' && <span className={styles['unit']}>×</span>}
        <span className={styles['numeral']}>{figure.text}</span>
        {figure.unit !== '×' && <span className={styles['unit']}>{figure.unit}</span>}
      </p>
      {place !== null && (
        <p className={styles['place']}>{places && placeName(place, places, lang)}</p>
      )}
      <p className={styles['when']}>
        {headline.period && <span>{period(headline.period, lang)}</span>}
        <FreshnessMark freshness={freshness} say={say} />
      </p>
      {range && <p className={styles['range']}>{rangeWords(headline, range, say)}</p>}
      {previous && change && (
        <p className={styles['change']} data-direction={change.direction}>
          {change.text}
        </p>
      )}
    </>
  )
}

/** Unknown is not zero: no numeral, and the input that is missing by its name. */
function Unknown({ headline, say }: { headline: Headline; say: Say }) {
  return (
    <>
      <p className={styles['figure']}>
        <span className={styles['numeral']} aria-label={say('headline.unknown')}>
          {headline.missing.includes('withheld') ? '*' : '–'}
        </span>
      </p>
      <p className={styles['missing']}>
        {say('headline.missing')}{' '}
        <strong>{headline.missing.map((input) => say(`missing.${input}`)).join(', ')}</strong>
      </p>
    </>
  )
}
