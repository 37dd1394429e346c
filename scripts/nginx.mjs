import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.mjs'

/**
 * An nginx for the test of shared caches: the one that is there, else Debian's package (in CI or as root). Null, after
 * saying what is left out, when there is none to be had. The test makes its certificate with openssl.
 */
export async function findNginx() {
  const there = installed()
  if (there !== null) return there
  if (await installFromDebian('nginx-light', 'openssl')) {
    const fromDebian = installed()
    if (fromDebian !== null) return fromDebian
  }
  console.error(
    'LEFT OUT: server/shared-cache.test.ts reads through a real shared cache, and needs nginx and openssl. Install both (on Debian: apt-get install nginx-light openssl), and set NGINX_PATH to nginx unless it is on the PATH.',
  )
  return null
}

function installed() {
  if (!works('openssl', 'version')) return null
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const named = process.env.NGINX_PATH ? [process.env.NGINX_PATH] : []
  // A user's PATH has no folder for programs of the system.
  const all = [...named, ...[...folders, '/usr/sbin'].map((folder) => join(folder, 'nginx'))]
  return all.find((path) => works(path, '-v')) ?? null
}

function works(program, word) {
  return spawnSync(program, [word], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
