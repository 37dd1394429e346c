import * as z from 'zod/mini'
import type { Report } from './report.ts'

/**
 * How far something may be passed on, where that is not to everybody; the strictest last.
 * - `delayed`: told ahead of its day, and public 48 h after it
 * - `restricted`: the public sees less of it, later, or nothing at all
 * - `confidential`: analysts alone
 */
export const Handling = z.enum(['delayed', 'restricted', 'confidential'])
export type Handling = z.infer<typeof Handling>

type Judged = Pick<Report, 'sensitivity' | 'source' | 'event'>

/** Null for what its source has told everybody, and under an address where everybody can read it. */
export function handlingOf({ sensitivity, source, event }: Judged): Handling | null {
  if (sensitivity !== 'published') return sensitivity
  if (event?.role === 'forward') return 'delayed'
  return source.url === null ? 'restricted' : null
}

/** What holds for something that was made from all of these: the strictest. Empty where everybody may know. */
export function strictestOf(reports: readonly Judged[]): { handling?: Handling } {
  const all = new Set(reports.map(handlingOf))
  const handling = Handling.options.findLast((each) => all.has(each))
  return handling === undefined ? {} : { handling }
}
