import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.mjs'
import { node } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * A Chromium for the browser tests: the one that is there, else Debian's package (in CI or as root), else
 * Playwright's own download. Null, after saying what to install, when there is none to be had.
 */
export async function findChromium() {
  const there = installed() ?? (await downloaded())
  if (there !== null) return there
  if (await installFromDebian('chromium')) {
    const fromDebian = installed()
    if (fromDebian !== null) return fromDebian
  }
  console.log('There is no Chromium: downloading one with Playwright.')
  await node('node_modules/@playwright/test/cli.js', ['install', 'chromium'])
  const own = await downloaded()
  if (own === null) {
    console.error(
      'The browser tests need a Chromium, and none could be downloaded. Install Chromium or Google Chrome, and set CHROME_PATH to it unless it is on the PATH.',
    )
  }
  return own
}

function installed() {
  const named = process.env.CHROMIUM_PATH || process.env.CHROME_PATH
  if (named) {
    if (works(named)) return named
    console.error(`CHROME_PATH names ${named}, which does not run; looking for another.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return ['/usr/bin/chromium', ...onPath, MAC].find((path) => works(path)) ?? null
}

/** Ubuntu's package of that name is an empty shell which only says so when it is run. */
function works(path) {
  if (!existsSync(path)) return false
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

async function downloaded() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : null
}
