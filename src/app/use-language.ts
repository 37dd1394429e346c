import { useEffect, useState } from 'react'
import { languageReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'

/** What the page was served in; the server took it from the address or from the browser's wishes. */
export function served(): Lang {
  return document.documentElement.lang === 'en' ? 'en' : 'fr'
}

// Read once: from here on the element says what is shown, not what was served.
const FIRST = served()

/** The language shown: the one asked for, as soon as its words are there; until then the one before. */
export function useLanguage(asked: Lang | undefined): Lang {
  const wanted = asked ?? FIRST
  const [lang, setLang] = useState(wanted)
  useEffect(
    function switchWhenWordsAreThere() {
      let current = true
      const show = () => {
        if (current) setLang(wanted)
      }
      // Without the words the old language stays: half a page in each would help nobody.
      languageReady(wanted).then(show, () => undefined)
      return () => {
        current = false
      }
    },
    [wanted],
  )
  useEffect(
    function tellTheBrowser() {
      document.documentElement.lang = lang
    },
    [lang],
  )
  return lang
}
