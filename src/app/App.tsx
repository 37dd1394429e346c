import { usePathname, useSearch } from 'wouter/use-browser-location'
import { useDataMode } from '#api/data-mode.ts'
import { othersIn, STUDIO_KEYS } from '#domain/address.ts'
import type { Address } from '#domain/address.ts'
import { markOf } from '#i18n/mark.ts'
import { wordsIn } from '#i18n/words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { EmbedScreen } from './screens/EmbedScreen.tsx'
import { MethodScreen } from './screens/MethodScreen.tsx'
import { MissingScreen } from './screens/MissingScreen.tsx'
import { SituationScreen } from './screens/SituationScreen.tsx'
import { Footer } from './Footer.tsx'
import { Masthead } from './Masthead.tsx'
import styles from './app.module.css'
import { pathTo, screenAt } from './base.ts'
import { searchOf, useAddress } from './use-address.ts'
import type { Change } from './use-address.ts'
import { useLanguage } from './use-language.ts'

/** Chooses the screen by the path; everything else about it is in the address. */
export function App() {
  const [address, change] = useAddress()
  const path = screenAt(usePathname())
  const others = othersIn(useSearch(), STUDIO_KEYS)
  const lang = useLanguage(address.view.lang)
  const say = wordsIn(lang)
  const mark = markOf(useDataMode(), say)
  // A choice of language goes along to other screens; without one, each is served as the browser wishes.
  const asked = address.view.lang ? `lang=${address.view.lang}` : ''
  const href = (to: string) => pathTo(to) + searchOf(asked, others)
  return (
    <div className={styles['page']}>
      <a className={styles['skip']} href="#main">
        {say('app.skip')}
      </a>
      <Masthead
        lang={lang}
        say={say}
        href={href}
        onLang={(next) => change((now) => ({ ...now, view: { ...now.view, lang: next } }), 'push')}
      />
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
  switch (path) {
    case '/':
      return <SituationScreen address={address} change={change} lang={lang} say={say} />
    case '/embed':
      return <EmbedScreen lang={lang} say={say} />
    case '/method':
      return <MethodScreen lang={lang} say={say} />
    default:
      return <MissingScreen say={say} home={home} />
  }
}
