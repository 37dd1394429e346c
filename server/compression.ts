import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { keptBodyOf } from './kept-body.ts'
import type { KeptBody } from './kept-body.ts'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Below this, a header costs more than compression saves. */
const WORTH_BYTES = 1024
const TEXT = /^(text\/(?!event-stream)|application\/(?:[\w.-]+\+)?json|image\/svg)/

export type Coding = 'br' | 'gzip'

/** The coding to answer in, of those at hand: Brotli where it is welcome, else gzip, else none. */
export function codingFor(request: Request, atHand: readonly Coding[]): Coding | null {
  const welcome = new Map(
    (request.headers.get('Accept-Encoding') ?? '').split(',').map((part) => {
      const [name = '', weight] = part.trim().toLowerCase().split(';')
      return [name, weight === undefined || Number(weight.replace(/^\s*q=/, '')) > 0]
    }),
  )
  return atHand.find((coding) => welcome.get(coding) ?? welcome.get('*') ?? false) ?? null
}

/**
 * The same answer in fewer bytes, where the asker takes it. The tag stays: it is weak, so it names the answer and not
 * its bytes. Streams of events pass as they are.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { status } = response
  const isText = TEXT.test(response.headers.get('Content-Type') ?? '')
  if (!isText && status !== 304) return response
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  const kept = keptBodyOf(response)
  if (status === 304 || (kept === null && response.body === null))
    return new Response(null, { status, headers })
  const whole = kept?.bytes ?? new Uint8Array(await response.arrayBuffer())
  const coding = whole.length < WORTH_BYTES ? null : codingFor(request, ['br', 'gzip'])
  if (coding === null) return new Response(whole, { status, headers })
  headers.set('Content-Encoding', coding)
  headers.delete('Content-Length')
  const body = await (kept === null ? encoded(whole, coding) : formOf(kept, coding))
  return new Response(body, { status, headers })
}

/** What is kept is compressed once, and that is kept beside it. */
function formOf({ bytes, forms }: KeptBody, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  const before = forms.get(coding)
  if (before !== undefined) return before
  const made = encoded(bytes, coding)
  forms.set(coding, made)
  // A failure is for those who wait for it alone.
  made.catch(() => forms.delete(coding))
  return made
}

async function encoded(body: Uint8Array, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  // Quality 5 of 11: nine tenths of the saving for a tenth of the time, since this one is made while the asker waits.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  const coded = await (coding === 'br' ? toBrotli(body, { params }) : toGzip(body))
  return new Uint8Array(coded)
}
