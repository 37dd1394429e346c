import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { median } from './samples.mjs'
import { serveStatic } from './static-page.mjs'

/** A phone on a line as it is in Bamako: 1.6 Mbit/s down, 0.75 up, 300 ms there and back, a quarter of this machine. */
export const LINE = {
  offline: false,
  latency: 300,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
}
export const SLOWER = 4
const LOADS = 5

/** Milliseconds from asking for the page to each thing that a reader came for. */
export async function benchPage({ executablePath, root }) {
  const product = await startProduct(root)
  const situation = await (await fetch(new URL('/api/v1/situation', product.url))).json()
  const { legs } = JSON.parse(await readFile(join(root, 'public/geo/corridors.json'), 'utf8'))
  const reference = await serveStatic({ situation, legs })
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  try {
    // In turns, so that a busy minute of the machine falls on both.
    const loads = { product: [], reference: [] }
    for (let round = 0; round < LOADS; round += 1) {
      loads.reference.push(await load(browser, reference.url))
      loads.product.push(await load(browser, product.url))
    }
    const each = (which, what) =>
      median(loads[which].map((one) => one[what]).toSorted((a, b) => a - b))
    return ['headlines', 'map'].map((name) => ({
      name,
      ms: each('product', name),
      referenceMs: each('reference', name),
    }))
  } finally {
    await browser.close()
    reference.close()
    await product.stop()
  }
}

export async function startProduct(root) {
  const data = await mkdtemp(join(tmpdir(), 'jauge-bench-page-'))
  const child = spawn(process.execPath, [join(root, 'bin/jauge.mjs'), 'serve'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', JAUGE_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function load(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', LINE)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(
      () => globalThis.seen?.headlines && globalThis.seen?.map && globalThis.seen,
      null,
      { timeout: 60_000, polling: 250 },
    )
    return await seen.jsonValue()
  } finally {
    await context.close()
  }
}

/** Runs in the page: notes the first frame in which each thing has a place on the screen. */
function watch() {
  const wanted = {
    headlines: 'section[aria-labelledby="headlines"] ul li p',
    map: '.leaflet-container svg path',
  }
  globalThis.seen = {}
  function look() {
    for (const [name, selector] of Object.entries(wanted)) {
      const element = document.querySelector(selector)
      if (!globalThis.seen[name] && element && element.getBoundingClientRect().width > 0)
        globalThis.seen[name] = performance.now()
    }
    if (!globalThis.seen.headlines || !globalThis.seen.map) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
