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
  'scripts/draw-embeds.mjs',
  'package-lock.json',
]

/**
 * The two things that are built. The stamp is written once a build is whole: one that was stopped half-way must not be
 * served.
 */
const PRODUCT = { name: 'application', mode: 'production', base: '/', stamp: 'dist/built' }
const DEMO = { name: 'demo', mode: 'demo', base: '/demo/', stamp: 'dist/demo-built' }

/** Builds dist/client, unless it is newer than everything it is made from. Gives the exit code. */
export function buildIfNeeded() {
  return unlessFresh(PRODUCT, SOURCES)
}

/** The same for dist/demo, as it stands on the server: under /demo/. */
export function buildDemoIfNeeded() {
  return unlessFresh(DEMO, [...SOURCES, 'mocks', 'server'])
}

/** Builds dist/client. Gives the exit code. */
export function build() {
  return built(PRODUCT)
}

/** Builds the demo to stand under `base`, into `folder` where it is not dist/demo. Gives the exit code. */
export function buildDemo({ base = DEMO.base, folder = null } = {}) {
  return built({ ...DEMO, base, folder, stamp: folder === null ? DEMO.stamp : null })
}

async function unlessFresh(what, sources) {
  const newest = Math.max(...sources.map((source) => newestIn(join(ROOT, source))))
  const { begun, base } = stampOf(what)
  if (base === what.base && begun >= newest) return 0
  console.log(`Building the ${what.name}.`)
  return built(what)
}

async function built({ mode, base, stamp, folder = null }) {
  const stampFile = stamp && join(ROOT, stamp)
  if (stampFile) rmSync(stampFile, { force: true })
  // What changes while it is being built must be built again.
  const begun = Date.now()
  // A test runner says NODE_ENV=test to its children: it would build React's own checks in.
  const env = { ...process.env, NODE_ENV: 'production' }
  const into = folder === null ? [] : ['--outDir', folder, '--emptyOutDir']
  const words = ['build', '--mode', mode, '--base', base, ...into, '--logLevel', 'warn']
  const code = await node('node_modules/vite/bin/vite.js', words, { env })
  const drawn = code === 0 && mode === DEMO.mode ? await drawEmbeds(folder, base) : code
  if (drawn === 0 && stampFile) writeFileSync(stampFile, `${begun} ${base}`)
  return drawn
}

function drawEmbeds(folder, base) {
  return node('scripts/draw-embeds.mjs', [folder ?? 'dist/demo', base])
}

function stampOf({ stamp }) {
  const file = join(ROOT, stamp)
  const [begun = '0', base = ''] = existsSync(file) ? readFileSync(file, 'utf8').split(' ') : []
  return { begun: Number(begun), base }
}

/** When a file, or anything in a folder, last changed; a folder's own time tells of what was removed. */
function newestIn(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
