import { chmod, readdir, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OperatorError } from './operator-error.ts'
import { newSocketPath, socketPlace, whoListens } from './socket.ts'
import type { Answer, Occupant, SocketPlace } from './socket.ts'
import { APP } from './store/format.ts'

/** Proof that this process, and no other, writes to the folder. */
export type FolderLock = {
  folder: string
  /** Answers requests of the command line that reach the socket. */
  serve(listener: RequestListener): void
  release(): Promise<void>
}

const PATIENCE_MS = 3_000

/**
 * One writer per folder. Each starter first listens on a socket of its own in the folder, then looks for others:
 * whoever looks later sees whoever listened earlier, so two can never both find nobody. Nothing is taken over: the
 * socket of a killed process answers nobody, names are never used twice, and so a dead one is simply removed.
 * Of two that meet while starting, the one whose name sorts first goes on. Throws a OperatorError when the folder is held.
 */
export async function lockFolder(folder: string, what: Occupant['what']): Promise<FolderLock> {
  const place = socketPlace(folder)
  const own = newSocketPath(place)
  let holds = false
  let listener: RequestListener | null = null

  const server = createServer((request, response) => {
    if (request.url !== '/' && listener !== null) return listener(request, response)
    const occupant: Occupant = { app: APP, pid: process.pid, what, holds }
    response.writeHead(request.url === '/' ? 200 : 503, { 'content-type': 'application/json' })
    return response.end(JSON.stringify(occupant))
  })

  async function release() {
    await rm(own, { force: true })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  // Visible only once it listens: a socket that is bound but does not listen yet would pass for a dead one.
  await listen(server, `${own}.new`)
  // Who may connect may purge and make keys.
  await chmod(`${own}.new`, 0o600)
  await rename(`${own}.new`, own)
  try {
    await untilAlone(place, own, folder)
  } catch (error) {
    await release()
    throw error
  }
  holds = true
  return { folder, release, serve: (next) => void (listener = next) }
}

/** The server that holds a folder, and its socket; null when there is none. */
export async function findServer(
  folder: string,
): Promise<{ path: string; occupant: Occupant } | null> {
  for (const path of await socketsIn(socketPlace(folder))) {
    const answer = await whoListens(path)
    if (typeof answer === 'object' && answer.holds && answer.what === 'server') {
      return { path, occupant: answer }
    }
  }
  return null
}

async function untilAlone(place: SocketPlace, own: string, folder: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const all = await socketsIn(place)
    if (!all.includes(own)) {
      throw new OperatorError(
        `${own} was removed while starting, so ${folder} is not safely held. Start again.`,
      )
    }
    const others = all.filter((path) => path !== own)
    const answers = await Promise.all(
      others.map(async (path) => ({ path, answer: await whoListens(path) })),
    )
    const alive = answers.filter(({ answer }) => answer !== 'dead')
    for (const { path, answer } of answers) if (answer === 'dead') await rm(path, { force: true })
    if (alive.length === 0) return
    const stronger = alive.find(({ path, answer }) => isStronger(answer, path, own))
    if (stronger !== undefined || Date.now() > deadline) {
      throw held(folder, (stronger ?? alive[0])?.answer)
    }
    await wait(50)
  }
}

function isStronger(answer: Answer, path: string, own: string): boolean {
  if (answer === 'again') return false
  if (answer === 'mute' || answer === 'dead') return answer === 'mute'
  return answer.holds || basename(path) < basename(own)
}

/** Paths of the sockets of a folder. What a killed starter left before it listened is cleared away. */
async function socketsIn({ directory, prefix }: SocketPlace): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => name.startsWith(prefix))
  for (const name of names.filter((name) => name.endsWith('.sock.new'))) {
    const path = join(directory, name)
    const left = await stat(path).catch(() => null)
    if (left !== null && Date.now() - left.mtimeMs > 60_000) await rm(path, { force: true })
  }
  return names.filter((name) => name.endsWith('.sock')).map((name) => join(directory, name))
}

function held(folder: string, answer: Answer | undefined): OperatorError {
  const who = typeof answer === 'object' ? ` (pid ${answer.pid})` : ''
  const what = typeof answer === 'object' ? answer.what : 'server'
  if (what === 'server') {
    return new OperatorError(
      `Another Jauge server${who} holds ${folder}, and two on one folder would lose reports. Stop that one, or set JAUGE_DATA to another folder.`,
    )
  }
  const whom = what === 'import' ? 'An import' : 'Another command of Jauge'
  return new OperatorError(
    `${whom}${who} is writing to ${folder}, and two writers on one folder would lose reports. Wait until it has ended.`,
  )
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}
