import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { node, ROOT } from './run.mjs'

/** What the client is built from. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** Builds dist/client, unless it is newer than everything it is made from. Gives the exit code. */
export async function buildIfNeeded() {
  const built = join(ROOT, 'dist', 'client', 'index.html')
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return 0
  console.log('Building the application.')
  return build()
}

export function build() {
  return node('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'])
}

/** When a file, or anything in a folder, last changed; a folder's own time tells of what was removed. */
function newestIn(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
