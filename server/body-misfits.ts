import type * as z from 'zod/mini'
import type { Misfit } from './problem.ts'

type Issue = z.core.$ZodIssue
type Reason = Omit<Misfit, 'name'>

/** Every field of a body that its schema refuses, by its path: `reports[2].source.url`. */
export function misfitsOf(issues: readonly Issue[], body: unknown): Misfit[] {
  return issues.flatMap((issue) => misfitsIn(issue, body))
}

function misfitsIn(issue: Issue, body: unknown): Misfit[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      name: fieldName([...issue.path, shortened(key)]),
      reason: 'problem.reason.unknown-field',
    }))
  }
  const isMissing = valueAt(body, issue.path) === undefined
  const reason: Reason = isMissing ? { reason: 'problem.reason.missing' } : reasonFor(issue)
  return [{ name: fieldName(issue.path), ...reason }]
}

/** ['reports', 2, 'source'] → "reports[2].source"; what is sent as a whole is "body". */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
  return name === '' ? 'body' : name.replace(/^\./, '')
}

/** Somebody's own name for a field is sent back; a long one is no name. */
function shortened(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let at = body
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, part)
  }
  return at
}

/** Puts into words why a value did not fit, from what its schema says: the schema stays the one rule. */
function reasonFor(issue: Issue): Reason {
  if (issue.code === 'invalid_type')
    return { reason: 'problem.reason.type', values: { type: issue.expected } }
  if (issue.code === 'invalid_value')
    return { reason: 'problem.reason.choice', values: { values: issue.values.join(', ') } }
  if (issue.code === 'too_big') return limitReason(issue.origin, 'most', Number(issue.maximum))
  if (issue.code === 'too_small') return limitReason(issue.origin, 'least', Number(issue.minimum))
  if (issue.code === 'invalid_union') return choiceAmong(issue)
  const format = issue.code === 'invalid_format' ? issue.format : ''
  return { reason: FORMATS[format] ?? 'problem.reason.bad' }
}

/** A kind that is not one of them, or a number of a few that are allowed. */
function choiceAmong(issue: Extract<Issue, { code: 'invalid_union' }>): Reason {
  const tried = issue.errors
    .flat()
    .flatMap((each) => (each.code === 'invalid_value' ? each.values : []))
  const values = [...('options' in issue ? (issue.options ?? []) : []), ...tried]
  if (values.length === 0) return { reason: 'problem.reason.bad' }
  return { reason: 'problem.reason.choice', values: { values: values.join(', ') } }
}

const FORMATS: Record<string, Misfit['reason']> = {
  date: 'problem.reason.day',
  datetime: 'problem.reason.instant',
  uuid: 'problem.reason.uuid4',
  url: 'problem.reason.url',
}

function limitReason(origin: string, end: 'most' | 'least', n: number): Reason {
  if (origin === 'string') return { reason: `problem.reason.letters-${end}`, values: { n } }
  if (origin === 'array') return { reason: `problem.reason.items-${end}`, values: { n } }
  return { reason: `problem.reason.number-${end}`, values: { n } }
}
