const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for the inside of an element or of a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** A link; anything that a browser would run, such as `javascript:`, is left as plain text. */
export function linkTo(address: string, text: string): string {
  const isSafe = /^(https?:|mailto:|\/(?!\/))/i.test(address)
  return isSafe ? `<a href="${escaped(address)}">${escaped(text)}</a>` : escaped(text)
}

/** Data for the page's script. Every `<` is written as an escape, so that no text in it can end the element. */
export function jsonElement(id: string, value: unknown, dataset: Record<string, string>): string {
  const attributes = Object.entries(dataset).map(
    ([name, text]) => ` data-${name}="${escaped(text)}"`,
  )
  const json = JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
  return `<script type="application/json" id="${id}"${attributes.join('')}>${json}</script>`
}

type Tagged = {
  title: string
  description: string
  /** This view's one address, absolute. */
  canonical: string
  lang: 'fr' | 'en'
  /** Absolute; null when there is none. */
  picture: string | null
  pictureText: string
  /** Where corrections are sent; the page's script makes a link of it. */
  contact: string | null
  /** Where a demo stands on this host; the page's script makes a button of it. */
  demo: string | null
}

/** What search engines and link previews read. */
export function tags({
  title,
  description,
  canonical,
  lang,
  picture,
  pictureText,
  contact,
  demo,
}: Tagged): string {
  const graph: [property: string, content: string][] = [
    ['og:type', 'website'],
    ['og:site_name', 'Jauge'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', canonical],
    ['og:locale', lang === 'fr' ? 'fr_FR' : 'en_GB'],
    ['og:locale:alternate', lang === 'fr' ? 'en_GB' : 'fr_FR'],
  ]
  if (picture !== null) graph.push(['og:image', picture], ['og:image:alt', pictureText])
  const named: [name: string, content: string][] = [
    ['description', description],
    ['twitter:card', picture === null ? 'summary' : 'summary_large_image'],
    ['twitter:title', title],
    ['twitter:description', description],
  ]
  if (picture !== null) named.push(['twitter:image', picture])
  if (contact !== null) named.push(['jauge-contact', contact])
  if (demo !== null) named.push(['jauge-demo', demo])
  return [
    `<title>${escaped(title)}</title>`,
    ...named.map(([name, content]) => `<meta name="${name}" content="${escaped(content)}">`),
    ...graph.map(
      ([property, content]) => `<meta property="${property}" content="${escaped(content)}">`,
    ),
    `<link rel="canonical" href="${escaped(canonical)}">`,
  ].join('\n    ')
}
