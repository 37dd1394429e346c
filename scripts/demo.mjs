import { spawn } from 'node:child_process'
import { installIfNeeded } from './install.mjs'
import { ROOT } from './run.mjs'

await installIfNeeded()

// Below a base of its own, as on a server: its service worker must never meet another page of this address.
const port = process.env.PORT || '8082'
const place = ['--base', '/demo/', '--host', '127.0.0.1', '--port', port, '--strictPort']
const words = ['node_modules/vite/bin/vite.js', '--mode', 'demo', ...place, '--logLevel', 'warn']
console.log(`The demo is at http://127.0.0.1:${port}/demo/`)

const server = spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 0
})
