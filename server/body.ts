import type * as z from 'zod/mini'
import type { Route } from '#contract/route.ts'
import { misfitsOf } from './body-misfits.ts'
import { fieldMisfits, Refusal } from './problem.ts'

/**
 * What a request brings along, held to its route's schema. Throws a refusal: for another form than JSON, for too much of it,
 * and one that names every field that does not fit.
 */
export async function bodyOf<Schema extends z.ZodMiniType>(
  request: Request,
  { schema, maxBytes }: Pick<NonNullable<Route['body']>, 'maxBytes'> & { schema: Schema },
): Promise<z.infer<Schema>> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('content-type')
  const body = parseJson(await textOf(request, maxBytes))
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw fieldMisfits(...misfitsOf(parsed.error.issues, body))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fieldMisfits({ name: 'body', reason: 'problem.reason.json' })
  }
}

/** Read piece by piece: what a request says of its own length is not believed. */
async function textOf(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  // Older browsers have no such stream, where the demo answers: there nobody else's requests come.
  if (!request.body) return request.text()
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let [text, total] = ['', 0]
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    total += piece.value.length
    if (total > maxBytes) {
      await reader.cancel()
      throw tooLarge(maxBytes)
    }
    text += decoder.decode(piece.value, { stream: true })
  }
  return text + decoder.decode()
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal('too-large', { kilobytes: Math.floor(maxBytes / 1024) })
}
