import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createContext, runInContext, Script } from 'node:vm'
import type { Context } from 'node:vm'
import type { Lang } from '#i18n/words.ts'

/** What stands in the page around what is painted, as its script will find it there. */
export type Surroundings = {
  lang: Lang
  pathname: string
  /** The question in its one spelling, with its `?`; empty for none. */
  search: string
  /** `meta` elements by their name. */
  meta: Record<string, string>
  /** Elements that hold data, by their id. */
  data: Record<string, { text: string; search?: string }>
}

export type Paint = (around: Surroundings) => string

const SCRIPT = '.vite/paint.js'

/**
 * The first look of the page, painted by the components that the browser runs. They read an address and a document where
 * a browser has them, so they are run in a context of their own, one for each language: nothing of it is seen by the server's
 * own code, nor by the other language's. Null where the build brought nothing to paint with.
 */
export async function painter(folder: string): Promise<Paint | null> {
  const text = await readFile(join(folder, SCRIPT), 'utf8').catch(() => null)
  if (text === null) return null
  const script = new Script(text, { filename: SCRIPT })
  const [fr, en] = [contextOf(script, 'fr'), contextOf(script, 'en')]
  return function paint(around) {
    const context = around.lang === 'fr' ? fr : en
    surround(context, around)
    return String(runInContext('jauge.paint()', context))
  }
}

function surround(context: Context, around: Surroundings): void {
  const { pathname, search } = around
  Object.assign(context, { document: documentOf(around), location: { pathname, search } })
}

/** What the components and React need of a browser besides. Nothing in it waits: painting is done in one go. */
function contextOf(script: Script, lang: Lang): Context {
  class Channel {
    port1 = {}
    port2 = { postMessage: () => undefined }
  }
  const context = createContext({
    console,
    URL,
    URLSearchParams,
    TextEncoder,
    AbortController,
    performance,
    MessageChannel: Channel,
    setTimeout: () => 0,
    clearTimeout: () => undefined,
  })
  surround(context, { lang, pathname: '/', search: '', meta: {}, data: {} })
  script.runInContext(context)
  return context
}

function documentOf({ lang, meta, data }: Surroundings) {
  return {
    documentElement: { lang, dataset: {} },
    querySelector(selector: string) {
      const [, name = ''] = /^meta\[name="([\w-]+)"\]$/.exec(selector) ?? []
      return Object.hasOwn(meta, name) ? { content: meta[name] } : null
    },
    getElementById(id: string) {
      const found = data[id]
      return found ? { textContent: found.text, dataset: { search: found.search } } : null
    },
  }
}
