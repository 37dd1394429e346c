import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { errorCode, OperatorError } from './operator-error.ts'
import { APP } from './store/format.ts'

/** Where the sockets of a folder lie, and how their names begin. */
export type SocketPlace = { directory: string; prefix: string }

/** The longest name we make, `server.4194304.0123abcd.sock.new`, with some room. */
const NAME_BYTES = 36
/** A socket's path holds 103 bytes on macOS, 107 on Linux. */
const PATH_BYTES = 103

/** The folder itself, or, where its path is too long for a socket, the system's folder for passing files. */
export function socketPlace(folder: string): SocketPlace {
  if (Buffer.byteLength(folder) + NAME_BYTES <= PATH_BYTES)
    return { directory: folder, prefix: 'server.' }
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  return { directory: tmpdir(), prefix: `jauge-${hash}.` }
}

/** A name that no process has used before: a socket found dead under it is dead for good. */
export function newSocketPath({ directory, prefix }: SocketPlace): string {
  return join(directory, `${prefix}${process.pid}.${randomBytes(4).toString('hex')}.sock`)
}

/** What a process does with a folder; it holds it, or is still trying to. */
const Occupant = z.object({
  app: z.literal(APP),
  pid: z.int(),
  what: z.enum(['server', 'import', 'command']),
  holds: z.boolean(),
})
export type Occupant = z.infer<typeof Occupant>

/** `mute`: somebody listens but does not say who (another user's, or stopped). `again`: it was just closing. */
export type Answer = Occupant | 'dead' | 'mute' | 'again'

const ANSWER_WITHIN_MS = 2_000

/** Asks a socket who is behind it. A listening process answers `connect` even while it is busy or stopped. */
export function whoListens(path: string): Promise<Answer> {
  return new Promise((resolve) => {
    const asked = request(
      { socketPath: path, path: '/', timeout: ANSWER_WITHIN_MS },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('end', () => resolve(asOccupant(text)))
        response.on('error', () => resolve('again'))
      },
    )
    asked.on('timeout', () => {
      resolve('mute')
      asked.destroy()
    })
    asked.on('error', (error) => {
      const code = errorCode(error)
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve('dead')
      else resolve(code === 'ECONNRESET' || code === 'EPIPE' ? 'again' : 'mute')
    })
    asked.end()
  })
}

/** Sends a text to the server behind a socket. Throws an OperatorError while that server is still starting. */
export async function postTo(path: string, url: string, body: string): Promise<IncomingMessage> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ socketPath: path, path: url, method: 'POST' }, resolve).on('error', reject).end(body)
  })
  if (response.statusCode !== 503) return response
  response.resume()
  throw new OperatorError(
    'The server that holds the folder is still starting, so nothing was done. Try again in a moment.',
  )
}

function asOccupant(text: string): Answer {
  try {
    return Occupant.parse(JSON.parse(text))
  } catch {
    return 'mute'
  }
}
