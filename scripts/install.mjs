import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT } from './run.mjs'

/** Installs what the lock file names, unless that has been done since the file last changed. */
export async function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Jauge needs Node 20.19 or later; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const installed = join(ROOT, 'node_modules', '.package-lock.json')
  const wanted = join(ROOT, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  console.log('Installing what package-lock.json names.')
  const code = await npm(['ci', '--no-audit', '--no-fund'])
  if (code !== 0) {
    console.error('Installing failed: see above. It needs a package registry to be reachable.')
    process.exit(1)
  }
}
