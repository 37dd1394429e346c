import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildDemoIfNeeded, buildIfNeeded } from './build.mjs'
import { installIfNeeded } from './install.mjs'
import { ROOT } from './run.mjs'

await installIfNeeded()
const codes = await Promise.all([buildIfNeeded(), buildDemoIfNeeded()])
if (codes.some((code) => code !== 0)) {
  console.error('The application could not be built: see above.')
  process.exit(1)
}

const server = spawn(process.execPath, [join(ROOT, 'bin', 'jauge.mjs'), 'serve'], {
  stdio: 'inherit',
})
// Ctrl+C reaches the whole group; a signal sent to this process alone must be passed on. The server takes the first
// and ignores the second, and this process waits for it to finish.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1
})
