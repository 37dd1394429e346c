import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT } from './run.mjs'

/** Installs what package-lock.json names, unless just that lies in node_modules. */
export async function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Jauge needs Node 20.19 or later; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (isInstalled()) return
  console.log('Installing what package-lock.json names.')
  const code = await npm(['ci', '--no-audit', '--no-fund'])
  if (code !== 0) {
    console.error('Installing failed: see above. A package registry must be reachable.')
    process.exit(1)
  }
}

/** Compares versions, not times: a checkout or a copy touches the times of files that are the same. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf(join('node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      // What is for other machines is named in the lock file, but not installed.
      path === '' || optional === true || installed[path]?.version === version,
  )
}

/** By path; none where the file is missing or cannot be read. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return {}
  }
}
