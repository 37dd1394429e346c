import { spawn } from 'node:child_process'
import { installIfNeeded } from './install.mjs'
import { ROOT } from './run.mjs'

await installIfNeeded()

const port = Number(process.env.PORT || 8080)
const children = [
  start(
    'API',
    ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'bin/jauge.mjs', 'serve'],
    {
      PORT: String(port),
    },
  ),
  start('page', ['node_modules/vite/bin/vite.js', '--port', String(port + 1), '--strictPort'], {
    JAUGE_API: `http://127.0.0.1:${port}`,
  }),
]

function start(name, words, environment) {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  child.on('exit', (code) => {
    console.log(`The ${name} has stopped.`)
    process.exitCode ||= code ?? 0
    stopAll('SIGTERM')
  })
  return child
}

let isStopping = false

function stopAll(signal) {
  // Once: tsx takes a second signal for impatience, and kills the API before it has closed its folder.
  if (isStopping) return
  isStopping = true
  for (const child of children) if (child.exitCode === null) child.kill(signal)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopAll(signal))
