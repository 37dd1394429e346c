import type * as z from 'zod/mini'
import type { $ZodTypes } from 'zod/v4/core'

type Check = (value: unknown) => boolean
type Read<Schema extends z.ZodMiniType> = (
  value: unknown,
) => z.core.util.SafeParseResult<z.output<Schema>>

const known = new WeakMap<z.ZodMiniType, Check>()

/**
 * Reads what comes by the thousand: held to its schema by plain tests, made once, in a tenth of the time that a parser
 * needs which copies and keeps account of where it is. Only what fails goes through the parser, which says why. What a
 * schema does not name is left in what is read.
 */
export function quickly<Schema extends z.ZodMiniType>(schema: Schema): Read<Schema> {
  const check = known.get(schema) ?? checkOf(schema as unknown as $ZodTypes)
  known.set(schema, check)
  return (value) =>
    check(value) ? { success: true, data: value as z.output<Schema> } : schema.safeParse(value)
}

/** Tests of a schema and of all within it. What it knows no test for, nothing passes: that is left to the parser. */
function checkOf(schema: $ZodTypes): Check {
  const { def } = schema as unknown as { def: $ZodTypes['_zod']['def'] }
  if ('checks' in def && def.checks?.length) return () => false
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- whatever else there is goes to the parser
  switch (def.type) {
    case 'string': {
      const pattern = 'pattern' in def ? (def.pattern as RegExp) : null
      return (value) => typeof value === 'string' && (pattern === null || pattern.test(value))
    }
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'literal':
      return (value) => (def.values as unknown[]).includes(value)
    case 'enum': {
      const entries = new Set<unknown>(Object.values(def.entries))
      return (value) => entries.has(value)
    }
    case 'nullable': {
      const check = checkOf(def.innerType as $ZodTypes)
      return (value) => value === null || check(value)
    }
    case 'optional': {
      const check = checkOf(def.innerType as $ZodTypes)
      return (value) => value === undefined || check(value)
    }
    case 'array': {
      const check = checkOf(def.element as $ZodTypes)
      return (value) => Array.isArray(value) && value.every(check)
    }
    case 'tuple': {
      const checks = def.items.map((item) => checkOf(item as $ZodTypes))
      return (value) =>
        Array.isArray(value) &&
        value.length === checks.length &&
        checks.every((check, nth) => check(value[nth]))
    }
    case 'object': {
      const parts = Object.entries(def.shape).map(
        ([name, part]) => [name, checkOf(part as $ZodTypes)] as const,
      )
      return (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
        for (const [name, check] of parts)
          if (!check((value as Record<string, unknown>)[name])) return false
        return true
      }
    }
    default:
      return () => false
  }
}
