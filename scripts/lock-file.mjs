import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

// Some packages carry a program for each system as a package of its own, named as optional. Where a registry's copy
// lacks one, npm leaves it out of the lock file, and `npm ci` then refuses that lock file everywhere.

const FILE = join(ROOT, 'package-lock.json')
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** Optional packages that the lock file speaks of and does not hold: path in node_modules, version, who asks. */
function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      )
      .map(([name, version]) => ({ path: `node_modules/${name}`, version, dev })),
  )
}

/** The entry npm would have written, as far as the name tells; without a digest, which only a registry knows. */
function entryOf({ path, version, dev }) {
  const words = path.split(/[-/]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (os === undefined || cpu === undefined || !/^\d/.test(version)) return null
  const libc = ['musl', 'gnu'].find((word) => words.includes(word))
  return {
    version,
    cpu: [cpu],
    ...(dev === true ? { dev } : {}),
    ...(os === 'linux' && libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
    optional: true,
    os: [os],
  }
}

/** Run after `npm install`: completes package-lock.json. */
function complete() {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'))
  const missing = missingOptional(lock.packages)
  for (const each of missing) {
    const entry = entryOf(each)
    if (entry === null)
      console.error(`${each.path} ${each.version} is for no system we know; left out.`)
    else lock.packages[each.path] = entry
  }
  const [root, ...others] = Object.entries(lock.packages)
  const sorted = [root, ...others.toSorted(([a], [b]) => a.localeCompare(b, 'en'))]
  writeFileSync(
    FILE,
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  )
  console.log(`${missing.length} optional packages added to package-lock.json.`)
}

complete()
