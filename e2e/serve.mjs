import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Serves the built product as an operator would, over a folder that did not exist before and is gone afterwards.
const data = mkdtempSync(join(tmpdir(), 'jauge-e2e-'))
const server = spawn(process.execPath, ['bin/jauge.mjs', 'serve'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    PORT: process.env.JAUGE_E2E_PORT || '0',
    HOST: '127.0.0.1',
    JAUGE_DATA: data,
    // Empty is "not set": what the operator of this machine has set must not reach the tests.
    DATABASE_URL: '',
    JAUGE_TILES: '',
    JAUGE_CONTACT: 'mailto:corrections@example.org',
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true })
  process.exitCode = code ?? 1
})
