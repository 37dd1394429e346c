import { usePathname } from 'wouter/use-browser-location'
import type { Address } from '#domain/address.ts'
import { wordsIn } from '#i18n/words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { EmbedScreen } from './screens/EmbedScreen.tsx'
import { MethodScreen } from './screens/MethodScreen.tsx'
import { MissingScreen } from './screens/MissingScreen.tsx'
import { SituationScreen } from './screens/SituationScreen.tsx'
import { Footer } from './Footer.tsx'
import { Masthead } from './Masthead.tsx'
import styles from './app.module.css'
import { useAddress } from './use-address.ts'
import type { Change } from './use-address.ts'
import { useLanguage } from './use-language.ts'

/** Chooses the screen by the path; everything else about it is in the address. */
export function App() {
  const [address, change] = useAddress()
  const path = usePathname()
  const lang = useLanguage(address.view.lang)
  const say = wordsIn(lang)
  // A choice of language goes along to other screens; without one, each is served as the browser wishes.
  const href = (to: string) => (address.view.lang ? `${to}?lang=${address.view.lang}` : to)
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
      return <EmbedScreen lang={lang} say={say} home={home} />
    case '/method':
      return <MethodScreen lang={lang} say={say} />
    default:
      return <MissingScreen say={say} home={home} />
  }
}
