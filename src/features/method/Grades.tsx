import { Reliability } from '#domain/admiralty.ts'
import type { Credibility } from '#domain/admiralty.ts'
import type { Say } from '#i18n/words.ts'
import styles from './method.module.css'

const CREDIBILITIES: readonly Credibility[] = [1, 2, 3, 4, 5, 6]

/** Both axes of the code, in words. */
export function Grades({ say }: { say: Say }) {
  return (
    <div className={styles['pair']}>
      <section>
        <h3>{say('method.grades.source')}</h3>
        <dl>
          {Reliability.options.map((letter) => (
            <div key={letter}>
              <dt>{letter}</dt>
              <dd>{say(`admiralty.${letter}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{say('method.grades.information')}</h3>
        <dl>
          {CREDIBILITIES.map((digit) => (
            <div key={digit}>
              <dt>{digit}</dt>
              <dd>{say(`admiralty.${digit}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
