import { oEmbedAddress } from '#contract/embed-code.ts'
import type { Lang } from '#i18n/words.ts'
import { escaped, tags } from '#server/html.ts'

type Headed = {
  title: string
  description: string
  alt: string
  lang: Lang
  /** Absolute addresses: the embed's own in its one spelling, and in each language. */
  canonical: string
  languages: Record<Lang, string>
  /** Of the picture; null when there is no renderer. */
  picture: string | null
  /** Whether what is discovered can be asked. */
  hasOEmbed: boolean
}

/** What link previews, oEmbed consumers and search engines read. */
export function headOf(headed: Headed): string {
  const { title, description, alt, lang, canonical, languages, picture, hasOEmbed } = headed
  const discovery = (['json', 'xml'] as const).map((format) => {
    const type = format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'
    return `<link rel="alternate" type="${type}" href="${escaped(oEmbedAddress(canonical, format))}" title="${escaped(title)}">`
  })
  const translations = Object.entries(languages).map(
    ([each, href]) => `<link rel="alternate" hreflang="${each}" href="${escaped(href)}">`,
  )
  return [
    tags({
      title: `${title} – Jauge`,
      description,
      canonical,
      lang,
      picture,
      pictureText: alt,
      contact: null,
      demo: null,
    }),
    ...(hasOEmbed ? discovery : []),
    ...translations,
  ].join('')
}
