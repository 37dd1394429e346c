import type { Lang } from '#i18n/words.ts'
import { styleSource } from './embed/policy.ts'
import { escaped, linkTo } from './html.ts'

/** The colours and letters of the product's own pages, in as few bytes as a page of one sentence is worth. */
const STYLE = [
  ':root{color-scheme:light dark;--paper:#faf8f3;--ink:#1c1b19;--ink-2:#55524b;--accent:#0a5a78}',
  '@media(prefers-color-scheme:dark){:root{--paper:#131518;--ink:#eceae4;--ink-2:#b9b5ab;--accent:#6fc0de}}',
  "body{max-width:38rem;margin:0 auto;padding:.75rem 1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif}",
  ".brand,h1{font-family:ui-serif,Georgia,'Noto Serif','Liberation Serif','Times New Roman',serif;line-height:1.2}",
  '.brand{margin:0 0 3rem;padding-bottom:.5rem;border-bottom:3px double var(--ink);font-size:1.625rem;font-weight:700}',
  'h1{margin:0 0 .75rem;font-size:2.125rem;letter-spacing:-.015em;text-wrap:balance}',
  'p{margin:0 0 1rem}a{color:var(--accent);text-underline-offset:.15em}',
  '.on a{display:inline-block;padding:.625rem 0}',
].join('')

type Words = { title: string; text: string; onwards: { to: string; text: string } }

/** A page of a sentence and a way on, without script; with `hop`, the browser takes that way by itself. */
export function plainPage(
  { title, text, onwards }: Words,
  { lang, hop = false }: { lang: Lang; hop?: boolean },
): string {
  const refresh = hop ? `<meta http-equiv="refresh" content="0; url=${escaped(onwards.to)}">` : ''
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${refresh}<title>${escaped(title)} – Jauge</title><style>${STYLE}</style></head>
<body><p class="brand">Jauge</p><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p><p class="on">${linkTo(onwards.to, onwards.text)}</p></main></body></html>
`
}

/** What such a page may do: show itself in its own style. */
export async function plainPagePolicy(): Promise<string> {
  return [
    "default-src 'none'",
    `style-src ${await styleSource(STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
