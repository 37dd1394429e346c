import * as z from 'zod/mini'
import { REPORT_KINDS } from '#domain/report.ts'
import { View } from '#domain/view.ts'
import type { Route } from './route.ts'

/** A feed follows what is new: it takes the filters of a View, and no window. */
const FeedQuery = z.strictObject({
  corridor: View.shape.corridor,
  place: View.shape.place,
  product: View.shape.product,
  kind: z.optional(z.enum(REPORT_KINDS)),
  lang: View.shape.lang,
})

/** Atom's media type, as pages and answers name it. */
export const ATOM = 'application/atom+xml'

export const FEED_ROUTES = {
  feed: {
    method: 'get',
    base: '',
    path: '/feed.atom',
    least: 'public',
    asPublic: true,
    // Readers of feeds add words of their own to an address, and accept what they cannot name.
    lenient: true,
    parameters: {},
    query: FeedQuery,
    mediaType: ATOM,
    answer: null,
    summary:
      'The newest public reports as an Atom feed: what each says, who says so and how it is judged.',
  },
} as const satisfies Record<string, Route>
