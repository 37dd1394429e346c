import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { keeper } from './keep.ts'

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

/** The same answer is asked for often, and compressed once: under its address and its tag. */
const keep = keeper<Packed>(32 * 1024 * 1024, ({ body }) => body.byteLength)

type Packed = { body: Uint8Array<ArrayBuffer>; coding: Coding | null }

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
  if (response.body === null) return new Response(null, { status, headers })
  const asked = codingFor(request, ['br', 'gzip'])
  const tag = headers.get('ETag')
  const isKept = asked !== null && tag !== null && status === 200 && request.method === 'GET'
  const { body, coding } = isKept
    ? await keep([asked, request.url, tag].join(' '), () => packed(response, asked))
    : await packed(response, asked)
  if (coding !== null) {
    headers.set('Content-Encoding', coding)
    headers.delete('Content-Length')
  }
  return new Response(body, { status, headers })
}

async function packed(response: Response, coding: Coding | null): Promise<Packed> {
  const body = new Uint8Array(await response.arrayBuffer())
  if (coding === null || body.length < WORTH_BYTES) return { body, coding: null }
  return { body: new Uint8Array(await encoded(body, coding)), coding }
}

function encoded(body: Uint8Array, coding: Coding): Promise<Buffer> {
  // Quality 5 of 11: nine tenths of the saving for a tenth of the time, since this one is made while the asker waits.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  return coding === 'br' ? toBrotli(body, { params }) : toGzip(body)
}
