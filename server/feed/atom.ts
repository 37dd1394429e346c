import type { Lang } from '#i18n/words.ts'
import { escaped } from '#server/html.ts'

/** A feed, before it is XML. Addresses are absolute. */
export type AtomFeed = {
  /** The feed's own address: also its id, for ever. */
  self: string
  title: string
  subtitle: string
  lang: Lang
  updated: string
  author: string
  /** The page that tells the same. */
  page: string
  entries: readonly AtomEntry[]
}

export type AtomEntry = {
  /** An IRI that stays the same through every revision. */
  id: string
  title: string
  /** Plain text. */
  content: string
  updated: string
  published: string
  author: string
  /** Where it is told here, and where its source tells it; null for a source without an address. */
  page: string
  via: string | null
  category: { term: string; label: string }
}

/** The feed as Atom (RFC 4287). */
export function atomOf(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">`,
    element('id', feed.self),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    author(feed.author),
    link('self', feed.self, ' type="application/atom+xml"'),
    link('alternate', feed.page, ` type="text/html" hreflang="${feed.lang}"`),
    ...feed.entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ category, ...entry }: AtomEntry): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    element('updated', entry.updated),
    element('published', entry.published),
    author(entry.author),
    link('alternate', entry.page, ' type="text/html"'),
    entry.via === null ? '' : link('via', entry.via, ''),
    `<category term="${text(category.term)}" label="${text(category.label)}"/>`,
    `<content type="text">${text(entry.content)}</content>`,
    '</entry>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

const element = (name: string, content: string) => `<${name}>${text(content)}</${name}>`
const author = (name: string) => `<author>${element('name', name)}</author>`
const link = (rel: string, href: string, more: string) =>
  `<link rel="${rel}" href="${text(href)}"${more}/>`

/** XML has no way at all to write most control signs: one of them would make the whole feed unreadable. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function text(content: string): string {
  return escaped(content.replace(UNWRITABLE, ''))
}
