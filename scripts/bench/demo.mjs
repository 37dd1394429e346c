import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { register } from 'tsx/esm/api'
import { compressed } from './bytes.mjs'
import { launch } from './phone.mjs'
import { median, quantile, samples, timed } from './samples.mjs'
import { rowOf } from './sheet.mjs'

/** What a demo may take on a machine of two cores. */
const BUDGETS = { readyMs: 1000, situationMs: 50, heapMb: 150 }

const SITUATION = '/api/v1/situation'
const WARM = { warmUps: 10, runs: 50 }
const MB = 1_000_000

/** The demo in Node, its static files in Chromium, and what it adds to the build. */
export async function demo({ root, executablePath }) {
  const row = (on) => (what, value, unit, most) =>
    rowOf({ part: 'demo', what, on, value, unit, goal: most === undefined ? null : { most } })
  const inNode = await benchDemoInNode(root)
  const node = row(`Node, ${inNode.reports} reports`)
  const folder = join(root, 'dist/demo')
  const inPage = await benchDemoInChromium({ executablePath, folder })
  const page = row('static files in Chromium')
  const added = row('the build, Brotli 11')
  return [
    node('from nothing to the first /situation', inNode.readyMs, 'ms', BUDGETS.readyMs),
    node('/situation, warm', inNode.warmMs, 'ms', BUDGETS.situationMs),
    node('/situation, warm, p95', inNode.warmP95, 'ms'),
    node('/situation, first after news', inNode.afterNewsMs, 'ms'),
    node('heap, after collection', inNode.heapMb, 'MB', BUDGETS.heapMb),
    page('start of the worker to /situation answered', inPage.readyMs, 'ms', BUDGETS.readyMs),
    page('longest task of the page meanwhile', inPage.longestTaskMs, 'ms'),
    page('/situation, warm', inPage.warmMs, 'ms', BUDGETS.situationMs),
    page('heap of the page, after collection', inPage.pageHeapMb, 'MB'),
    page('heap of the worker, after collection', inPage.workerHeapMb, 'MB'),
    page('both', inPage.pageHeapMb + inPage.workerHeapMb, 'MB', BUDGETS.heapMb),
    ...(await weighDemo(folder)).map(({ name, bytes }) => added(name, bytes / 1000, 'kB')),
  ]
}

/** The deployment in Node: time to its first answer, answers when warm and after news, and the heap it keeps. */
async function benchDemoInNode(root) {
  register()
  const { deploy } = await import('#mocks/demo/deployment.ts')
  const { loadAtlas } = await import('#server/atlas.ts')
  const atlas = await loadAtlas(join(root, 'public/geo'))
  const make = () =>
    deploy({ scenario: 'blockade', seed: 1, role: 'public', atlas, report: console.error })
  const ask = async (deployment) =>
    (await deployment.answer(new Request(`http://bench${SITUATION}`))).text()

  const before = heapMb()
  const first = await timed(async () => {
    const deployment = await make()
    await ask(deployment)
    return deployment
  })
  const deployment = first.result
  const warm = await samples(() => ask(deployment), WARM)
  const afterNews = []
  for (let hour = 0; hour < 20; hour += 1) {
    await deployment.liveOn(3600)
    afterNews.push((await timed(() => ask(deployment))).ms)
  }
  const heap = heapMb() - before
  return {
    reports: deployment.state().reports,
    readyMs: first.ms,
    warmMs: median(warm),
    warmP95: quantile(warm, 0.95),
    afterNewsMs: median(afterNews.toSorted((a, b) => a - b)),
    heapMb: heap,
  }
}

function heapMb() {
  setFlagsFromString('--expose_gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / MB
}

/** The static files in Chromium: from the start of the worker to the first answer, and what it costs the page. */
async function benchDemoInChromium({ executablePath, folder }) {
  const host = await serveFiles(folder)
  const browser = await launch(executablePath)
  try {
    const visits = []
    for (let round = 0; round < 3; round += 1) visits.push(await visit(browser, host.url))
    const middle = (name) => median(visits.map((one) => one[name]).toSorted((a, b) => a - b))
    return Object.fromEntries(Object.keys(visits[0]).map((name) => [name, middle(name)]))
  } finally {
    await browser.close()
    host.close()
  }
}

async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    const workers = await followWorkers(context, page)
    await page.addInitScript(() => {
      globalThis.tasks = []
      new PerformanceObserver((list) => {
        globalThis.tasks.push(
          ...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })),
        )
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(url)
    await page.waitForFunction(
      () =>
        performance
          .getEntriesByType('resource')
          .some(({ name }) => name.includes('/api/v1/series')),
      null,
      { timeout: 60_000 },
    )
    const seen = await page.evaluate((situation) => {
      const entries = performance.getEntriesByType('resource')
      const begun = entries.find(({ name }) => /\/worker-[\w-]+\.js$/.test(name)).startTime
      const answered = entries.find(({ name }) => name.includes(situation)).responseEnd
      const meanwhile = globalThis.tasks.filter(
        ({ startTime }) => startTime >= begun && startTime < answered,
      )
      return {
        readyMs: answered - begun,
        longestTaskMs: Math.max(0, ...meanwhile.map(({ duration }) => duration)),
      }
    }, SITUATION)
    const warmMs = await page.evaluate(
      async (address) => {
        const times = []
        for (let round = 0; round < 30; round += 1) {
          const begun = performance.now()
          await (await fetch(address)).text()
          times.push(performance.now() - begun)
        }
        return times.toSorted((a, b) => a - b)[15]
      },
      new URL(`.${SITUATION}`, url).pathname,
    )
    return { ...seen, warmMs, ...(await workers.heaps()) }
  } finally {
    await context.close()
  }
}

/** A worker has a heap of its own, which is asked for over the page's line to the browser. */
async function followWorkers(context, page) {
  const session = await context.newCDPSession(page)
  const attached = []
  const waiting = new Map()
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') attached.push(sessionId)
  })
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message)
    waiting.get(id)?.(result)
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  let last = 0
  const toWorker = (sessionId, method) =>
    new Promise((resolve, reject) => {
      const id = (last += 1)
      waiting.set(id, resolve)
      const message = JSON.stringify({ id, method })
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
    })
  return {
    /** Megabytes after collection. */
    async heaps() {
      await session.send('HeapProfiler.collectGarbage')
      const page = await session.send('Runtime.getHeapUsage')
      let worker = 0
      for (const sessionId of attached) {
        await toWorker(sessionId, 'HeapProfiler.collectGarbage')
        worker += (await toWorker(sessionId, 'Runtime.getHeapUsage')).usedSize
      }
      return { pageHeapMb: page.usedSize / MB, workerHeapMb: worker / MB }
    },
  }
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }

async function serveFiles(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host')
    const name = pathname.replace(/^\/demo\//, '') || 'index.html'
    const file = join(folder, name)
    const isThere = await stat(file).then(
      (entry) => entry.isFile(),
      () => false,
    )
    response.writeHead(isThere ? 200 : 404, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    })
    response.end(isThere ? await readFile(file) : '')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/demo/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What the demo adds to the product's own scripts, Brotli 11. */
async function weighDemo(folder) {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'))
  const start = manifest['src/demo/start.tsx'].file
  const text = await readFile(join(folder, start), 'utf8')
  const worker = `assets/${/worker-[\w-]+\.js/.exec(text)[0]}`
  const size = async (file) => compressed(await readFile(join(folder, file)))
  return [
    { name: 'the page’s side: MSW, the bar', bytes: await size(start) },
    { name: 'the worker: API, store, simulator', bytes: await size(worker) },
    { name: 'MSW’s service worker', bytes: await size('mockServiceWorker.js') },
  ]
}
