import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Left alone, a server that cannot end would hold up the whole run. */
const PATIENCE_MS = 15_000

/**
 * `jauge serve` in a process of its own, over `data` (a folder of its own that goes with it, where none is named) or a
 * database. `gazetteer` stands in for the release's own, to measure a country with more sites than it names.
 */
export async function startServer(root, { data = null, databaseUrl = '', gazetteer = null } = {}) {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'jauge-bench-')))
  const hook = gazetteer === null ? [] : ['--import', hookFor(root)]
  const begun = performance.now()
  const child = spawn(process.execPath, [...hook, join(root, 'bin/jauge.mjs'), 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      JAUGE_DATA: folder,
      DATABASE_URL: databaseUrl,
      BENCH_GAZETTEER: gazetteer ?? '',
    },
    // What it logs is read and thrown away: a pipe that is full would stop it.
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said = (said + chunk).slice(-10_000)
      const found = /http:\/\/[\w.:[\]]+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return {
    url,
    startMs: performance.now() - begun,
    memory: () => memoryOf(child.pid),
    async stop() {
      child.kill('SIGTERM')
      const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(impatient)
      if (data === null) await rm(folder, { recursive: true, force: true })
    },
  }
}

function hookFor(root) {
  return new URL('scripts/bench/field/gazetteer.mjs', `file://${root}/`).href
}

/** Megabytes that a process holds, now and at its most; the most is known on Linux alone. Throws where it has ended. */
export function memoryOf(pid) {
  if (process.platform !== 'linux') {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]))
    return { nowMb: kilobytes / 1000, mostMb: null }
  }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  function megabytes(name) {
    const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]
    // Of one that has just ended nothing is left but its name.
    if (kilobytes === undefined) throw new Error(`The process ${pid} holds nothing any more.`)
    return (Number(kilobytes) * 1024) / 1e6
  }
  return { nowMb: megabytes('VmRSS'), mostMb: megabytes('VmHWM') }
}
