import { wordsIn } from '#i18n/words.ts'
import { SituationScreen } from './screens/SituationScreen.tsx'
import { useAddress } from './use-address.ts'
import { useLanguage } from './use-language.ts'

/** Chooses the screen by the path; everything else about it is in the address. */
export function App() {
  const [address, change] = useAddress()
  const lang = useLanguage(address.view.lang)
  return <SituationScreen address={address} change={change} lang={lang} say={wordsIn(lang)} />
}
