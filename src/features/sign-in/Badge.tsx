import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { becomeAsker, useAsker } from '#api/asker.ts'
import { guardSession, whoAmIQuery } from '#api/session.ts'
import type { Say } from '#i18n/words.ts'
import styles from './badge.module.css'

/** Timers know no longer wait than this, 24 days. */
const LONGEST_MS = 2 ** 31 - 1

/** As whom the page is read, where that is more than the public. It leads to who that is, and out. */
export function Badge({ href, say }: { href: string; say: Say }) {
  const { role } = useAsker()
  const { data: who } = useQuery(whoAmIQuery())
  const end = who?.expiresAt ?? null
  useEffect(guardSession, [])
  useEffect(
    function endWithTheSession() {
      const ms = end === null ? 0 : Date.parse(end) - Date.now()
      // An end that is past, while the server still answers, is told by a clock that is wrong.
      if (ms <= 0 || ms > LONGEST_MS) return undefined
      const timer = setTimeout(() => becomeAsker('public', { lapsed: true }), ms)
      return () => clearTimeout(timer)
    },
    [end],
  )
  const label = who?.label ?? null
  return (
    <a
      className={styles['badge']}
      href={href}
      aria-label={say('session.who', { label: label ?? '', role: say(`asker.${role}`) })}
    >
      {/* The space is in the name that is read out, so it is in what is seen, too. */}
      {say(`asker.${role}`)} {label !== null && <span>{label}</span>}
    </a>
  )
}
