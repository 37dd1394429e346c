import type { Role } from '#domain/role.ts'
import type { Say } from '#i18n/words.ts'
import styles from './sign-in.module.css'
import { WHO_SEES_WHAT } from './who-sees-what.ts'

const COLUMNS = ['public', 'partner', 'analyst'] as const

/** What each role is shown, row by row of the policy; the reader's own column stands out. */
export function WhoSeesWhat({ reader, say }: { reader: Role; say: Say }) {
  const own = reader === 'admin' ? 'analyst' : reader
  return (
    <section aria-labelledby="who-sees-what">
      <h2 id="who-sees-what">{say('access.table')}</h2>
      <p>{say('access.table.text')}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{say('access.table.what')}</th>
            {COLUMNS.map((each) => (
              <th key={each} scope="col" data-own={each === own}>
                {say(`asker.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WHO_SEES_WHAT.map(([row, everybody, partner]) => (
            <tr key={row}>
              <th scope="row">{say(`access.row.${row}`)}</th>
              {[everybody, partner, 'all' as const].map((part, index) => (
                <td key={COLUMNS[index]} data-own={COLUMNS[index] === own}>
                  {say(`access.part.${part}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
