import { useSearch } from 'wouter/use-browser-location'
import { SignIn } from '#features/sign-in/SignIn.tsx'
import type { Lang, Say } from '#i18n/words.ts'
import { pathTo } from '#app/base.ts'
import { contact } from '#app/named-by-server.ts'
import { useDocumentTitle } from '#app/use-document-title.ts'
import { wayBack } from './way-back.ts'

/** Signing in and out, with what the server says of this site. */
export function SignInPart({ lang, say }: { lang: Lang; say: Say }) {
  useDocumentTitle(say('access.document'), say)
  return (
    <SignIn
      lang={lang}
      say={say}
      back={wayBack(document.referrer, useSearch())}
      contact={contact()}
      toProvider={pathTo('/sign-in/provider')}
    />
  )
}
