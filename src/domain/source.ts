import * as z from 'zod/mini'
import { Day } from './time.ts'

/** Who says so. */
export const Source = z.object({
  name: z.string(),
  kind: z.enum(['press', 'authority', 'partner', 'community']),
  /** Where the published text stands; null for a field report. */
  url: z.nullable(z.string()),
  /** The day printed on it; null where it shows none. */
  publishedOn: z.nullable(Day),
})
export type Source = z.infer<typeof Source>
