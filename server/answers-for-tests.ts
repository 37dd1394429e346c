import { request as overHttp } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { request as overTls } from 'node:https'

export type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer }
export type Asking = { method?: string; headers?: Record<string, string>; body?: string }

/** Asks for exactly this, and gives exactly what comes back. Over TLS where `tls` says so. */
export function ask(
  { port, tls = false }: { port: number; tls?: boolean },
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Got> {
  const to = { host: '127.0.0.1', port, path, method }
  const options = { ...to, headers: { Host: 'jauge.example', ...headers } }
  return new Promise((resolve, reject) => {
    function take(response: IncomingMessage): void {
      const parts: Buffer[] = []
      const { statusCode: status = 0, headers } = response
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => resolve({ status, headers, body: Buffer.concat(parts) }))
    }
    const asked = tls
      ? overTls({ ...options, servername: 'jauge.example', rejectUnauthorized: false }, take)
      : overHttp(options, take)
    asked.on('error', reject).end(body)
  })
}

/** Whatever the way decides and not the answer. */
const OF_THE_WAY = new Set(
  'date connection keep-alive transfer-encoding content-length server accept-ranges'.split(' '),
)
const lasting = ({ headers }: Got) =>
  Object.entries(headers)
    .filter(([name]) => !OF_THE_WAY.has(name))
    .map((header) => header.join(': '))
    .toSorted()

/** How a public answer through the cache differs from the same of a deployment without secrets; null when it does not. */
export function difference(got: Got, without: Got): string | null {
  const { status, body } = got
  // A cache cuts a part out of a whole answer; the server gives the whole.
  if (status === 206 && without.status === 200)
    return body.equals(without.body.subarray(0, 100)) ? null : 'a part of another body'
  if (status !== without.status) return `status ${status}, not ${without.status}`
  if (!body.equals(without.body)) return 'another body'
  // Of an answer that is not sent again, a cache tells less.
  if (status === 304)
    return got.headers.etag === without.headers.etag ? null : `another tag: ${got.headers.etag}`
  const [a, b] = [lasting(got), lasting(without)]
  const odd = [...a, ...b].filter((each) => !a.includes(each) || !b.includes(each))
  return odd.length === 0 ? null : odd.join(', ')
}
