import * as z from 'zod/mini'

/**
 * How a report stands to the event it speaks of. Rows of one event are never added up:
 * - `best`, `low`, `high`: rival figures for the same thing;  `same`: the same figure from another witness
 * - `total` and its `part`s: a total beats its parts
 * - `claim`: credibility 4–5, listed beside the figure, never in its range
 * - `rejected`: shown with the event, believed to be another story;  `maybe-same`: may be this event
 * - `cumulative`, `baseline`, `forward`, `onward`: not an arrival at all (running totals, needs and norms,
 *   plans and pledges, distribution inside the country)
 * - `detail`: another aspect of the event (its casualties, its convoy's size)
 */
export const EventRole = z.enum([
  'best',
  'low',
  'high',
  'same',
  'total',
  'part',
  'claim',
  'rejected',
  'maybe-same',
  'cumulative',
  'baseline',
  'forward',
  'onward',
  'detail',
])
export type EventRole = z.infer<typeof EventRole>

export const EventRef = z.object({ id: z.string(), role: EventRole })
export type EventRef = z.infer<typeof EventRef>
