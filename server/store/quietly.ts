import { DrizzleQueryError } from 'drizzle-orm'
import { errorCode } from '#server/operator-error.ts'

/**
 * The same methods, whose errors may be written into a log: those of a database hold the whole query, and with it the
 * reports, ids and digests that it was about.
 */
export function quietly<Methods extends object>(methods: Methods): Methods {
  return new Proxy(methods, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return async (...words: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(method, target, words)
        } catch (error) {
          throw withoutContents(error, String(name))
        }
      }
    },
  })
}

/** An error of a database by its code alone; any other error as it is. `what` was being done. */
export function withoutContents(error: unknown, what: string): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  const code = errorCode(error)
  const quiet = new Error(
    `The database refused a query of “${what}” (${code ?? 'without a code'}).`,
  )
  return code === null ? quiet : Object.assign(quiet, { code })
}
