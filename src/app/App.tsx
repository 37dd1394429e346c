import { useEffect } from 'react'
import { usePathname } from 'wouter/use-browser-location'
import { useAsker } from '#api/asker.ts'
import type { Asker } from '#api/asker.ts'
import { API, getText } from '#api/client.ts'
import { useDataMode } from '#api/data-mode.ts'
import { othersIn, STUDIO_KEYS } from '#domain/address.ts'
import type { Address } from '#domain/address.ts'
import { markOf } from '#i18n/mark.ts'
import { wordsIn } from '#i18n/words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { MissingScreen } from './screens/MissingScreen.tsx'
import { loadLapsed, loadMethod, loadSignIn, loadStudio } from './screens/pages.ts'
import { PageScreen } from './screens/PageScreen.tsx'
import { SituationScreen } from './screens/SituationScreen.tsx'
import { Footer } from './Footer.tsx'
import { LazySlot } from './LazySlot.tsx'
import { Masthead } from './Masthead.tsx'
import styles from './app.module.css'
import { pathTo, screenAt } from './base.ts'
import { searchOf, useAddress } from './use-address.ts'
import type { Change } from './use-address.ts'
import { useAsked } from './use-asked.ts'
import { useLanguage } from './use-language.ts'

/** Another asker gets a page of its own: nothing that the last one was told may stay. */
export function App() {
  const asker = useAsker()
  return <Page key={asker.turn} {...asker} />
}

/** Chooses the screen by the path; everything else about it is in the address. */
function Page({ role, lapsed }: Asker) {
  const [address, change] = useAddress()
  const path = screenAt(usePathname())
  const others = othersIn(useAsked(), STUDIO_KEYS)
  const lang = useLanguage(address.view.lang)
  const say = wordsIn(lang)
  const mark = markOf(useDataMode(), role, say)
  // A choice of language goes along to other screens; without one, each is served as the browser wishes.
  const asked = address.view.lang ? `lang=${address.view.lang}` : ''
  const href = (to: string) => pathTo(to) + searchOf(asked, others)
  const isDemo = useDataMode() === 'demo'
  useEffect(
    function learnWhoIsAsking() {
      // The situation learns it from the first answer to a question of its own, and signing in asks itself.
      if (path !== '/' && path !== '/sign-in' && !isDemo)
        getText(`${API}/session`, 'application/json', new AbortController().signal).catch(
          () => undefined,
        )
    },
    [path, isDemo],
  )
  return (
    <div className={styles['page']}>
      <a className={styles['skip']} href="#main">
        {say('app.skip')}
      </a>
      <Masthead
        lang={lang}
        say={say}
        href={href}
        reader={role}
        onLang={(next) => change((now) => ({ ...now, view: { ...now.view, lang: next } }), 'push')}
      />
      {lapsed && (
        <LazySlot
          load={loadLapsed}
          lang={lang}
          given={{ say, href: href('/sign-in') }}
          say={say}
          what={say('part.session')}
          skeleton={null}
        />
      )}
      <Screen
        path={path}
        address={address}
        change={change}
        lang={lang}
        say={say}
        home={href('/')}
      />
      <Footer say={say} />
      {mark && (
        <p className={styles['print-mark']} aria-hidden="true">
          {mark}
        </p>
      )}
    </div>
  )
}

type ScreenProps = {
  path: string
  address: Address
  change: Change
  lang: Lang
  say: Say
  home: string
}

function Screen({ path, address, change, lang, say, home }: ScreenProps) {
  const page = { lang, say }
  switch (path) {
    case '/':
      return <SituationScreen address={address} change={change} lang={lang} say={say} />
    case '/embed':
      return <PageScreen {...page} load={loadStudio} what={say('part.charts')} />
    case '/method':
      return <PageScreen {...page} load={loadMethod} what={say('part.method')} />
    case '/sign-in':
      return <PageScreen {...page} load={loadSignIn} what={say('part.session')} />
    default:
      return <MissingScreen say={say} home={home} />
  }
}
