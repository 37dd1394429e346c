import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, ROOT } from './run.mjs'

/** What the client is built from. */
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/vite',
  'package-lock.json',
]
/** Written once a build is whole: one that was stopped half-way must not be served. */
const STAMP = join(ROOT, 'dist', 'built')

/** Builds dist/client, unless it is newer than everything it is made from. Gives the exit code. */
export async function buildIfNeeded() {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))))
  if (existsSync(STAMP) && Number(readFileSync(STAMP, 'utf8')) >= newest) return 0
  console.log('Building the application.')
  return build()
}

/** Builds dist/client. Gives the exit code. */
export async function build() {
  rmSync(STAMP, { force: true })
  // What changes while it is being built must be built again.
  const begun = Date.now()
  // A test runner says NODE_ENV=test to its children: it would build React's own checks in.
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await node('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { env })
  if (code === 0) writeFileSync(STAMP, String(begun))
  return code
}

/** When a file, or anything in a folder, last changed; a folder's own time tells of what was removed. */
function newestIn(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
