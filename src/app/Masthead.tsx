import { useDataMode } from '#api/data-mode.ts'
import type { Role } from '#domain/role.ts'
import { markOf } from '#i18n/mark.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { DataMark } from '#ui/DataMark.tsx'
import { LazySlot } from './LazySlot.tsx'
import { contact, demo } from './named-by-server.ts'
import styles from './masthead.module.css'
import { loadBadge } from './screens/pages.ts'
import { ThemeChoice } from './ThemeChoice.tsx'

type Props = {
  lang: Lang
  say: Say
  /** Address of another screen in the language shown. */
  href: (path: string) => string
  /** As whom the page is read. */
  reader: Role
  onLang: (lang: Lang) => void
}

/** The head of every page: whose it is, in which language, by which light. */
export function Masthead({ lang, say, href, reader, onLang }: Props) {
  const other: Lang = lang === 'fr' ? 'en' : 'fr'
  const dataMode = useDataMode()
  // Who reads is told beside it.
  const mark = markOf(dataMode, 'public', say)
  const [mail, toDemo] = [contact(), demo()]
  return (
    <header className={styles['masthead']}>
      <p className={styles['brand']}>
        <a href={href('/')} aria-label={say('app.home')}>
          <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
            <path d="M4 24a12 12 0 1 1 24 0" />
            <path d="M16 24L24 13" className={styles['needle']} />
            <path d="M6.5 24h3M22.5 24h3M16 12.5v3" className={styles['tick']} />
          </svg>
          <span>{say('app.name')}</span>
        </a>
        <DataMark mark={mark} />
      </p>
      <p className={styles['line']}>{say('app.line')}</p>
      <div className={styles['tools']}>
        <a href={href('/method')}>{say('nav.method')}</a>
        {toDemo && <a href={`${toDemo}?lang=${lang}`}>{say('nav.demo')}</a>}
        {mail && <a href={mail}>{say('nav.contact')}</a>}
        {/* The demo has a choice of roles of its own. */}
        {dataMode === 'live' && <Session {...{ lang, say, href, reader }} />}
        <Button look="link" lang={other} onClick={() => onLang(other)}>
          {say('app.other-language')}
        </Button>
        <ThemeChoice say={say} />
      </div>
    </header>
  )
}

/** The way in; or, where somebody is, who that is. */
function Session({ lang, say, href, reader }: Omit<Props, 'onLang'>) {
  const given = { say, href: href('/sign-in') }
  return reader === 'public' ? (
    <a href={given.href}>{say('nav.sign-in')}</a>
  ) : (
    <LazySlot
      load={loadBadge}
      lang={lang}
      given={given}
      say={say}
      what={say('part.session')}
      skeleton={null}
    />
  )
}
