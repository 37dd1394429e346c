import * as z from 'zod/mini'
import { Axis } from './corridor.ts'
import { Product } from './product.ts'
import { Day, Instant } from './time.ts'

/**
 * Years that may be asked for. Beyond 9999 a day is written with a sign and sorts before all others: a count of the weeks
 * up to it would never end; and the store knows no year 0.
 */
export const YEARS = { first: 1900, last: 2199 }

/** True for a day or instant of those years. */
export function isInReach(time: string): boolean {
  const year = Number(time.slice(0, 4))
  return year >= YEARS.first && year <= YEARS.last
}

const AskedDay = Day.check(z.refine(isInReach))
const AskedInstant = Instant.check(z.refine(isInReach))

/** The question being asked. It is the page's address, the cache's key and the API's query, all three. */
export const View = z.object({
  /** First and last day of the window, both included; absent means the record's own (see `resolve`). */
  from: z.optional(AskedDay),
  to: z.optional(AskedDay),
  /** The moment inside the window that the map and the headlines show; absent means its last reported day. */
  at: z.optional(AskedDay),
  /** As the world knew at the end of that day, by publication. Absent: all that is published by now. */
  known: z.optional(AskedDay),
  /** As this deployment held it at that instant, by receipt. Absent: now. */
  vintage: z.optional(AskedInstant),
  corridor: z.optional(Axis),
  place: z.optional(z.string()),
  product: z.optional(Product),
  lang: z.optional(z.enum(['fr', 'en'])),
})
export type View = z.infer<typeof View>

/** The order in which a View is written, so that the same question is always the same text. */
const ORDER = [
  'from',
  'to',
  'at',
  'known',
  'vintage',
  'corridor',
  'place',
  'product',
  'lang',
] as const satisfies (keyof View)[]

/** The View as a query string without its `?`. */
export function toSearch(view: View): string {
  const search = new URLSearchParams()
  for (const key of ORDER) {
    const value = view[key]
    if (value !== undefined) search.set(key, value)
  }
  return search.toString()
}

/** The View among parameters that are more, already held to their schema. */
export function viewAmong(query: Readonly<Record<string, unknown>>): View {
  return View.parse(
    Object.fromEntries(Object.entries(query).filter(([name]) => Object.hasOwn(View.shape, name))),
  )
}

/** Reads a View from an address. A parameter that does not fit is left out: an address typed by hand must open. */
export function fromSearch(search: string): View {
  const asked = new URLSearchParams(search)
  const view: Record<string, unknown> = {}
  for (const key of ORDER) {
    const value = asked.get(key)
    if (value !== null && View.shape[key].safeParse(value).success) view[key] = value
  }
  return View.parse(view)
}
