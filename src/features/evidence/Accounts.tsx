import type { Estimate } from '#domain/estimate.ts'
import type { Account, Voice } from '#domain/happening.ts'
import { estimateWords } from '#i18n/report-sentence.ts'
import { quantityText } from '#i18n/quantity.ts'
import type { Lang, MessageId, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import styles from './evidence.module.css'

type Props = { accounts: readonly Account[]; lang: Lang; say: Say; onOpen: ScreenPart['onOpen'] }

/** What each source says of each quantity: those behind the figure first, then what was left out of it, and as what. */
export function Accounts({ accounts, lang, say, onOpen }: Props) {
  if (accounts.length === 0) return null
  const voice = { lang, say }
  const row = (account: Account, { report, role, value, code, source }: Voice, kept: boolean) => (
    <tr key={`${report} ${role} ${value.best}`} data-kept={kept}>
      <td className={styles['value']}>{written(account.quantity, value, lang, say)}</td>
      <td>
        <Button look="link" onClick={() => onOpen({ kind: 'report', id: report })}>
          {source}
        </Button>
      </td>
      <td className={styles['code']}>{code}</td>
      <td>{say(`role.${role}`)}</td>
    </tr>
  )
  return (
    <section>
      <h3>{say('evidence.accounts')}</h3>
      {accounts.map((account) => (
        <table key={account.quantity} className={styles['table']}>
          <caption>
            {say(`quantity.${account.quantity}` as MessageId)}
            {' – '}
            <strong>
              {account.value === null
                ? say(account.withheld ? 'caveat.withheld' : 'evidence.no-value')
                : account.quantity === 'litres'
                  ? quantityText(account.value, 'litres', lang, say)
                  : estimateWords(account.value, voice)}
            </strong>
            {account.value && spanOf(account, voice)}
          </caption>
          <tbody>
            {account.voices.map((each) => row(account, each, true))}
            {account.claims.map((each) => row(account, each, false))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

function written(quantity: string, value: Estimate, lang: Lang, say: Say): string {
  return quantity === 'litres'
    ? quantityText(value, 'litres', lang, say)
    : estimateWords(value, { lang, say })
}

/** " (20 à 40)" where the credible sources differ. */
function spanOf({ value }: Account, voice: { lang: Lang; say: Say }): string | null {
  if (value === null || value.best === null || value.low === value.high) return null
  return ` (${estimateWords({ ...value, best: null }, voice)})`
}
