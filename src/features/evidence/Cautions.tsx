import type { Caveat, Missing } from '#domain/series.ts'
import type { Say } from '#i18n/words.ts'

type Props = { caveats: readonly Caveat[]; missing: readonly Missing[]; say: Say }

/** What must be known before a figure is quoted, each with its reason; and what it would take to have it. */
export function Cautions({ caveats, missing, say }: Props) {
  return (
    <>
      {missing.length > 0 && (
        <section>
          <h3>{say('evidence.missing')}</h3>
          <ul>
            {missing.map((input) => (
              <li key={input}>{say(`missing.${input}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {caveats.length > 0 && (
        <section>
          <h3>{say('evidence.caveats')}</h3>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{say(`caveat.${caveat}.why`)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
