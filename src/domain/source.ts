import * as z from 'zod/mini'
import { remember } from './once.ts'
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

/**
 * Whose word it is: pages that carry the same wire story are one witness. "RFI via allAfrica",
 * "GeoTribune (RFI-based)" and "RFI via PressAfrik" are all RFI; a ministry quoted by three papers is one.
 */
export function witnessOf({ name }: Pick<Source, 'name'>): string {
  return witnessCalled(name)
}

const witnessCalled = remember(10_000, (name) => {
  const quoted =
    /^(.+?) via /.exec(name) ?? /\(citing (.+?)\)/.exec(name) ?? /\((.+?)-based\)/.exec(name)
  if (quoted?.[1]) return quoted[1].trim()
  if (/\((trade ministry|ministry data)\)/.test(name)) return 'Ministère du Commerce (Mali)'
  const authority = /\b(OMAP|ONAP|DGH)\b/.exec(name)
  return authority?.[1] ?? name.replace(/ \(.*\)$/, '')
})
