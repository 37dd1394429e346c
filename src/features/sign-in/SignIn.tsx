import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { becomeAsker, useAsker } from '#api/asker.ts'
import { signIn, whoAmIQuery } from '#api/session.ts'
import type { WhoAmI } from '#contract/session.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { KeyForm } from './KeyForm.tsx'
import { SignedIn } from './SignedIn.tsx'
import styles from './sign-in.module.css'
import { WhoSeesWhat } from './WhoSeesWhat.tsx'

type Props = {
  lang: Lang
  say: Say
  /** Address of the situation that the reader came from. */
  back: string
  /** Where whoever runs this site can be reached; null when nobody was named. */
  contact: string | null
  /** Where signing in at the identity provider begins. */
  toProvider: string
}

/** Signing in and out, and who sees what. */
export function SignIn({ lang, say, back, contact, toProvider }: Props) {
  const { role, turn } = useAsker()
  const query = useQuery(whoAmIQuery())
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(
    function startReadingAnew() {
      // Whoever just signed in or out has lost the button that had the focus.
      if (turn > 0 && document.activeElement === document.body) title.current?.focus()
    },
    [turn],
  )
  return (
    <article className={styles['sign-in']}>
      <h1 ref={title} tabIndex={-1}>
        {say(role === 'public' ? 'access.title' : 'access.title.in')}
      </h1>
      <QueryState
        query={query}
        say={say}
        what={say('part.session')}
        skeleton={<Skeleton height="14rem" />}
      >
        {(who) =>
          who.role === 'public' ? (
            <Ways who={who} say={say} contact={contact} toProvider={toProvider} />
          ) : (
            <SignedIn who={who} lang={lang} say={say} back={back} />
          )
        }
      </QueryState>
      <WhoSeesWhat reader={role} say={say} />
    </article>
  )
}

type WaysProps = Pick<Props, 'say' | 'contact' | 'toProvider'> & { who: WhoAmI }

/** The ways in that this site offers. */
function Ways({ who, say, contact, toProvider }: WaysProps) {
  const client = useQueryClient()
  const onKey = async (key: string) => {
    const outcome = await signIn(key)
    if (outcome.kind === 'signed-in') {
      becomeAsker(outcome.who.role, { lapsed: false })
      // At once, so that it need not be asked again.
      client.setQueryData(whoAmIQuery().queryKey, outcome.who)
    }
    return outcome
  }
  return (
    <>
      <p className={styles['intro']}>{say('access.intro')}</p>
      {who.provider !== null && (
        <p>
          <a className={styles['go']} href={toProvider}>
            {say('access.provider', { name: who.provider })}
          </a>
        </p>
      )}
      {who.keys && <KeyForm say={say} onKey={onKey} />}
      {!who.keys && who.provider === null && <p>{say('access.no-way')}</p>}
      <p className={styles['help']}>
        {say('access.get-key')}{' '}
        {contact !== null && <a href={contact}>{say('access.get-key.contact')}</a>}
      </p>
    </>
  )
}
