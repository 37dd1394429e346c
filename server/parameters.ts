import * as z from 'zod/mini'
import { YEARS } from '#domain/view.ts'
import type { Misfit } from './problem.ts'
import { misfits } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Puts into words why a value did not fit, from what its schema says: the schema stays the one rule. */
function reasonFor(issue: Issue): Omit<Misfit, 'name'> {
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return { reason: 'problem.reason.day' }
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return { reason: 'problem.reason.instant' }
  if (issue.code === 'invalid_value')
    return { reason: 'problem.reason.choice', values: { values: issue.values.join(', ') } }
  if (issue.code === 'custom') return { reason: 'problem.reason.years', values: YEARS }
  return { reason: 'problem.reason.bad' }
}

/** A whole number's limits stand in its schema, of which an issue tells only the broken one. */
function limitsOf(field: z.core.$ZodType | undefined): { min: number; max: number } | null {
  if (field === undefined) return null
  const { minimum, maximum } = z.toJSONSchema(field, { io: 'input' })
  return minimum === undefined || maximum === undefined ? null : { min: minimum, max: maximum }
}

/**
 * The parameters of an address, held to their schema.
 * Throws a refusal that names every parameter that is unknown, repeated or unfit.
 */
export function parametersOf<Query extends z.ZodMiniObject>(
  asked: URLSearchParams,
  query: Query,
): z.infer<Query> {
  const found = new Map<string, Misfit>()
  const note = (misfit: Misfit) => found.has(misfit.name) || found.set(misfit.name, misfit)

  for (const name of new Set(asked.keys())) {
    if (!Object.hasOwn(query.shape, name)) note({ name, reason: 'problem.reason.unknown' })
    else if (asked.getAll(name).length > 1) note({ name, reason: 'problem.reason.twice' })
  }
  const known = [...asked].filter(([name]) => Object.hasOwn(query.shape, name))
  const parsed = query.safeParse(Object.fromEntries(known))
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0])
    const limits = limitsOf(query.shape[name])
    note(
      limits
        ? { name, reason: 'problem.reason.whole', values: limits }
        : { name, ...reasonFor(issue) },
    )
  }
  if (!parsed.success || found.size > 0) throw misfits(...found.values())
  return parsed.data
}
