import { createHash } from 'node:crypto'
import { allStyles } from './embed/style.ts'

/**
 * What the browser may do with an answer of ours, as `Content-Security-Policy` says it: inline scripts and styles by their
 * hash, everything else by its host. Hashes and no nonces, because a page that caches keep must be the same for everybody.
 */

/** For what is no page: it loads nothing, and is shown nowhere. */
export const NOTHING = policy({})

/** For scripts that run apart from any page, under a policy of their own: they ask this host, and no other. */
export const WORKER = policy({ 'script-src': ["'self'"], 'connect-src': ["'self'"] })

type PageParts = {
  /** The page, of which inline scripts and styles are read; what is put into it later must hold none. */
  html: string
  /** As the operator gave it; null for no tiles. */
  tiles: string | null
}

/** For the product's page, and every screen that it draws. */
export function productPolicy(parts: PageParts): string {
  return policy(screens(parts))
}

/** For the demo's page, whose server is a worker, and for a static host's way of it. */
export function demoPolicy(html: string): string {
  return policy({ ...screens({ html, tiles: null }), 'worker-src': ["'self'"] })
}

/** For a frame that was drawn ahead: another view is made in it by a worker, out of files of this host. */
export function drawnFramePolicy(html: string): string {
  return policy({
    ...inlineOf(html),
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'frame-ancestors': ['*'],
  })
}

type Sources = Record<string, readonly string[]>

/** Nothing at all is allowed but what is named. The last three, `default-src` does not cover. */
function policy(sources: Sources): string {
  const none = ["'none'"]
  const all: Sources = {
    'default-src': none,
    ...sources,
    'base-uri': none,
    'form-action': sources['form-action'] ?? none,
    'frame-ancestors': sources['frame-ancestors'] ?? none,
  }
  return Object.entries(all)
    .map(([name, from]) => `${name} ${(from.length === 0 ? none : from).join(' ')}`)
    .join('; ')
}

function screens({ html, tiles }: PageParts): Sources {
  const inline = inlineOf(html)
  return {
    'script-src': inline['script-src'],
    // The studio shows frames out of texts: such a frame is bound by the policy of the page around it.
    'style-src': [...new Set([...inline['style-src'], ...allStyles().map(hashOf)])],
    // Leaflet empties a picture by a `data:` one, and the studio paints one out of a `blob:`.
    'img-src': ["'self'", 'data:', 'blob:', ...(tiles === null ? [] : tileOrigins(tiles))],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'form-action': ["'self'"],
  }
}

function inlineOf(html: string) {
  const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text = '']) => text)
  const scripts = [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)]
    // Data is not run, so that it needs no leave.
    .filter(([, attributes = '']) => !/ src=| type="application\//.test(attributes))
    .map(([, , text = '']) => text)
  return {
    'script-src': ["'self'", ...new Set(scripts.map(hashOf))],
    'style-src': [...new Set(styles.map(hashOf))],
  }
}

/** Of the text as the browser reads it: with every kind of line end as a line feed. */
function hashOf(text: string): string {
  const read = text.replaceAll(/\r\n?/g, '\n')
  return `'sha256-${createHash('sha256').update(read).digest('base64')}'`
}

/** "https://{s}.tiles.example/{z}/{x}/{y}.png" → three origins, as Leaflet names them; none for tiles of this host. */
function tileOrigins(tiles: string): string[] {
  if (tiles.startsWith('/')) return []
  const names = tiles.includes('{s}') ? ['a', 'b', 'c'] : ['']
  return [...new Set(names.map((name) => new URL(tiles.replaceAll('{s}', name)).origin))]
}
