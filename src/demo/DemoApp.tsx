import { App } from '#app/App.tsx'
import { useAddress } from '#app/use-address.ts'
import { useLanguage } from '#app/use-language.ts'
import { wordsIn } from '#i18n/words.ts'
import type { Demo } from '#mocks/demo/demo.ts'
import { DemoBar } from './DemoBar.tsx'
import { restart } from './restart.ts'
import { wayBack } from './way-back.ts'

/** The product over the simulated deployment. */
export function DemoApp({ demo }: { demo: Demo }) {
  const [{ view }] = useAddress()
  const lang = useLanguage(view.lang)
  return (
    <>
      <DemoBar demo={demo} lang={lang} say={wordsIn(lang)} home={wayBack()} onRestart={restart} />
      <App />
    </>
  )
}
