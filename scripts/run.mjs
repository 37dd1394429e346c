import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the project's folder, its output to the console, and gives its exit code. */
export function run(program, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1))
  })
}

/** The `npm` that runs this script, so that no other version of it writes to node_modules. */
export function npm(words) {
  const npmPath = process.env.npm_execpath
  return npmPath?.endsWith('.js')
    ? run(process.execPath, [npmPath, ...words])
    : run('npm', words, { shell: process.platform === 'win32' })
}

/** A package's own program, without the detour through npx. */
export function node(script, words, options) {
  return run(process.execPath, [script, ...words], options)
}
