import { execFile, spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ask } from './answers-for-tests.ts'
import type { Asking, Got } from './answers-for-tests.ts'

const execute = promisify(execFile)
const CONFIGURATION = 'deploy/nginx.conf'

/** The nginx to test with, as `npm test` found it, or as it lies on this machine; null for none. */
export const NGINX = [process.env['NGINX_PATH'], '/usr/sbin/nginx', 'nginx'].find(
  (path) => path && spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0,
)

/** An nginx of its own with `deploy/nginx.conf`, as long as the test runs. */
export type TestNginx = {
  /** What a reader gets who asks for an address of https://jauge.example. */
  get: (path: string, asking?: Asking) => Promise<Got>
  /** All that lies in the cache, as text. */
  kept: () => Promise<string[]>
  /** How many answers it logged by what the cache did: "HIT", "MISS", "BYPASS", "REVALIDATED", "-" … */
  log: () => Promise<Record<string, number>>
  /** Runs a shell command that is written for the paths in the configuration. */
  shell: (command: string) => Promise<void>
  stop: () => Promise<void>
}

/** Starts it before a server on `upstream`; `change` spoils the configuration. */
export async function startNginx(
  program: string,
  upstream: number,
  change: (configuration: string) => string = (configuration) => configuration,
): Promise<TestNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'jauge-nginx-'))
  const [http, https] = [await freePort(), await freePort()]
  const tls = await certificate(folder)
  await mkdir(join(folder, 'cache'))
  const place: [RegExp, string][] = [
    [/worker_processes auto;/, 'worker_processes 1; daemon off; master_process off;'],
    [/\/tmp\/nginx/g, join(folder, 'nginx')],
    [/\/var\/cache\/nginx/g, join(folder, 'cache')],
    [/\/etc\/nginx\/tls/g, tls],
    [/\/dev\/stdout/g, join(folder, 'access.log')],
    [/\/dev\/stderr/g, join(folder, 'error.log')],
    [/listen 80\b/g, `listen 127.0.0.1:${http}`],
    [/listen 443\b/g, `listen 127.0.0.1:${https}`],
    [/server jauge:8080;/, `server 127.0.0.1:${upstream};`],
  ]
  const placed = place.reduce(
    (text, [from, to]) => {
      if (text.search(from) < 0) throw new Error(`${CONFIGURATION} has no ${from.source} any more.`)
      return text.replace(from, to)
    },
    change(await readFile(CONFIGURATION, 'utf8')),
  )
  const file = join(folder, 'nginx.conf')
  await writeFile(file, placed)
  await execute(program, ['-t', '-q', '-c', file, '-e', join(folder, 'error.log')])
  const words = ['-c', file, '-e', join(folder, 'error.log')]
  const nginx = spawn(program, words, { stdio: 'ignore' })
  const killWithUs = () => void nginx.kill('SIGKILL')
  process.once('exit', killWithUs)
  const get: TestNginx['get'] = (path, asking) => ask({ port: https, tls: true }, path, asking)
  await untilAnswers(get)
  return {
    get,
    async kept() {
      const names = await readdir(join(folder, 'cache'), { recursive: true, withFileTypes: true })
      const files = names.filter((each) => each.isFile())
      return Promise.all(files.map((each) => readFile(join(each.parentPath, each.name), 'latin1')))
    },
    async log() {
      const counts: Record<string, number> = {}
      for (const line of (await readFile(join(folder, 'access.log'), 'utf8')).split('\n')) {
        const did = line.split(' ')[4]
        if (did !== undefined) counts[did] = (counts[did] ?? 0) + 1
      }
      return counts
    },
    async shell(command) {
      const here = command.replaceAll('/var/cache/nginx', join(folder, 'cache'))
      if (here === command) throw new Error(`"${command}" names no path of the cache.`)
      await execute('sh', ['-c', here])
    },
    async stop() {
      const ended = new Promise((resolve) => nginx.once('exit', resolve))
      nginx.kill('SIGTERM')
      await ended
      process.off('exit', killWithUs)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A certificate that nobody but this test believes. */
async function certificate(folder: string): Promise<string> {
  const [key, cert] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const whose = ['-subj', '/CN=jauge.example', '-days', '2', '-keyout', key, '-out', cert]
  await execute('openssl', ['req', ...kind, ...whose])
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}

async function untilAnswers(get: TestNginx['get']): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await get('/nothing-of-the-kind')
      return
    } catch (error) {
      if (tries > 200) throw error
      await wait(25)
    }
  }
}
