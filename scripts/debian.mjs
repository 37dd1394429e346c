import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Installs packages of Debian's: in CI or as root, where there is apt. True when they are there afterwards. */
export async function installFromDebian(...packages) {
  const isRoot = process.getuid?.() === 0
  if (!existsSync('/usr/bin/apt-get') || !(isRoot || process.env.CI)) return false
  console.log(`Not on this machine, so installed from Debian: ${packages.join(', ')}.`)
  const apt = (...words) => {
    const [program, ...rest] = isRoot ? ['apt-get', ...words] : ['sudo', '-n', 'apt-get', ...words]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return run(program, rest, { env }).catch(() => 1)
  }
  return (await apt('update')) === 0 && (await apt('install', '-y', ...packages)) === 0
}
