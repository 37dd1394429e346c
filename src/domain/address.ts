import { fromSearch, toSearch, View } from './view.ts'

/** What the map can show or hide. */
export const LAYERS = ['corridors', 'places', 'convoys', 'incidents'] as const
export type Layer = (typeof LAYERS)[number]

/** What lies open over the screen: a report, a happening, or what stands behind a figure. */
export type Opened =
  | { kind: 'report'; id: string }
  | { kind: 'event'; id: string }
  | { kind: 'headline'; id: string }
  | { kind: 'series'; id: string }
  | { kind: 'corridor'; id: string }

/** All of the screen's state, and all of it in its address: copying the address shares the view. */
export type Address = {
  view: View
  /** Layers switched off; all are on unless said. */
  hidden: readonly Layer[]
  opened: Opened | null
}

const KINDS: readonly Opened['kind'][] = ['report', 'event', 'headline', 'series', 'corridor']

export function readAddress(search: string): Address {
  const asked = new URLSearchParams(search)
  const hidden = (asked.get('hide') ?? '').split(',')
  const [kind, ...id] = (asked.get('open') ?? '').split(':')
  const known = KINDS.find((each) => each === kind)
  return {
    view: fromSearch(search),
    hidden: LAYERS.filter((layer) => hidden.includes(layer)),
    opened: known && id.length > 0 ? { kind: known, id: id.join(':') } : null,
  }
}

/** What the embed studio writes into its address beside the question: it goes along to no other screen. */
export const STUDIO_KEYS: readonly string[] = ['chart', 'last', 'theme', 'height', 'width', 'in']

const OWN: readonly string[] = [...Object.keys(View.shape), 'hide', 'open']

/** What an address carries beside the screen's state (a campaign's mark, a demo's seed), as written, without its `?`. */
export function othersIn(search: string, besides: readonly string[] = []): string {
  const others = [...new URLSearchParams(search)].filter(
    ([key]) => !OWN.includes(key) && !besides.includes(key),
  )
  return new URLSearchParams(others).toString()
}

/** The address as a query string without its `?`; empty for the screen as it first opens. */
export function writeAddress({ view, hidden, opened }: Address): string {
  const search = new URLSearchParams(toSearch(view))
  if (hidden.length > 0)
    search.set('hide', LAYERS.filter((layer) => hidden.includes(layer)).join(','))
  if (opened) search.set('open', `${opened.kind}:${opened.id}`)
  return search.toString()
}
