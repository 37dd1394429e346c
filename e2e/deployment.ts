import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test as base } from './product.ts'

/** A product of its own, to be changed: what is handed in there is in nobody else's way. */
export type Deployment = {
  at: string
  /** Makes a key as an operator would, and gives its text. `expires` as the command line takes it. */
  key: (role: 'partner' | 'analyst' | 'admin', label: string) => Promise<string>
  revoke: (key: string) => Promise<void>
  /** Hands reports in; throws when one is refused. */
  handIn: (key: string, reports: readonly object[]) => Promise<string[]>
}

const run = promisify(execFile)

/** Serves the built product from a folder that is gone afterwards; once for all tests that a worker runs. */
export const test = base.extend<object, { deployment: Deployment }>({
  deployment: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- a fixture has to say what it rests on: nothing
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'jauge-e2e-'))
      const env = {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        JAUGE_DATA: folder,
        DATABASE_URL: '',
        JAUGE_TILES: '',
        JAUGE_CONTACT: '',
      }
      const server = spawn(process.execPath, ['bin/jauge.mjs', 'serve'], { env })
      const ended = new Promise((resolve) => server.once('exit', resolve))
      const at = await new Promise<string>((resolve, reject) => {
        let said = ''
        server.stdout.on('data', (chunk) => {
          said += String(chunk)
          const found = /Jauge is at (http:\S+?)\/?\s/.exec(said)?.[1]
          if (found) resolve(found)
        })
        void ended.then(() => reject(new Error(`The server ended: ${said}`)))
      })
      const jauge = (...words: string[]) =>
        run(process.execPath, ['bin/jauge.mjs', ...words], { env })

      await use({
        at,
        async key(role, label) {
          const { stdout } = await jauge('keys', 'add', '--role', role, '--label', label)
          return stdout.trim()
        },
        async revoke(key) {
          await jauge('keys', 'revoke', key.split('_')[1] ?? '')
        },
        async handIn(key, reports) {
          const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
          const body = JSON.stringify({ reports })
          const answer = await fetch(`${at}/api/v1/reports`, { method: 'POST', headers, body })
          if (!answer.ok) throw new Error(await answer.text())
          const { receipts } = (await answer.json()) as { receipts: { report: string }[] }
          return receipts.map(({ report }) => report)
        },
      })
      server.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ deployment }, give) => {
    await give(deployment.at)
  },
})
