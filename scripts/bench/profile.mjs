import { threadCosts } from './costs.mjs'
import { heldBy } from './heap.mjs'
import { OURS } from './page.mjs'
import { LINE, PHONE, SLOWER, launch, watch } from './phone.mjs'
import { startServer } from './server-process.mjs'

const PATIENCE_MS = 60_000
/** Long enough for everything that a first load asks for by itself. */
const QUIET_MS = 3_000
const WIDTH = 64
/** What the tracing of Chromium is asked for: tasks of the page's thread, and its samples of what runs in them. */
const CATEGORIES = ['devtools.timeline', 'v8', 'toplevel', 'disabled-by-default-v8.cpu_profiler']

/** One first load on the line that our readers have: what waits for what, what the processor does, what is held. */
export async function profile({ root, executablePath, tell }) {
  const server = await startServer(root)
  const browser = await launch(executablePath)
  try {
    const load = await firstLoad(browser, server.url)
    for (const line of waterfall(load)) tell(line)
    for (const line of threadCosts(load.events)) tell(line)
    for (const line of heldBy(load.heap)) tell(line)
    return []
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function firstLoad(browser, url) {
  const page = await (await browser.newContext(PHONE)).newPage()
  const session = await page.context().newCDPSession(page)
  const requests = await watchRequests(session)
  const root = await browser.newBrowserCDPSession()
  const events = []
  root.on('Tracing.dataCollected', ({ value }) => void events.push(...value))
  await root.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES },
    transferMode: 'ReportEvents',
  })
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watch, OURS)
  await page.goto(url, { waitUntil: 'commit' })
  const isThere = (names) => names.every((name) => globalThis.seen?.[name]?.length > 0)
  await page.waitForFunction(isThere, Object.keys(OURS.marks), { timeout: PATIENCE_MS })
  await page.waitForTimeout(QUIET_MS)
  const seen = await page.evaluate(() => globalThis.seen)
  const ended = new Promise((resolve) => root.once('Tracing.tracingComplete', resolve))
  await root.send('Tracing.end')
  await ended
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return { requests: [...requests.values()], seen, events, heap: await heapOf(session) }
}

async function watchRequests(session) {
  const requests = new Map()
  let begun = null
  const at = (timestamp) => (timestamp - begun) * 1000
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (!request.url.startsWith('http')) return
    begun ??= timestamp
    const { pathname, search } = new URL(request.url)
    const name = decodeURIComponent(pathname + search)
    requests.set(requestId, { name, asked: at(timestamp), first: null, done: null, bytes: 0 })
  })
  const change = (requestId, what) => Object.assign(requests.get(requestId) ?? {}, what)
  session.on('Network.responseReceived', ({ requestId, timestamp }) =>
    change(requestId, { first: at(timestamp) }),
  )
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    change(requestId, { done: at(timestamp), bytes: encodedDataLength }),
  )
  await session.send('Network.enable')
  return requests
}

async function heapOf(session) {
  const chunks = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  return JSON.parse(chunks.join(''))
}

/** Each request as a bar over the time of the load: `.` until the first byte, `#` while bytes come. */
function waterfall({ requests, seen }) {
  const done = requests.filter((each) => each.done !== null)
  const end = Math.max(...done.map((each) => each.done))
  const bar = ({ asked, first, done: last }) => {
    const at = (ms) => Math.round((ms / end) * WIDTH)
    const waits = '.'.repeat(Math.max(0, at(first) - at(asked)))
    const comes = '#'.repeat(Math.max(1, at(last) - at(first)))
    return (' '.repeat(at(asked)) + waits + comes).padEnd(WIDTH + 1)
  }
  const number = (ms, width = 5) => String(Math.round(ms)).padStart(width)
  const lines = done.map(
    (each) =>
      `${bar(each)} ${number(each.asked)} ${number(each.first)} ${number(each.done)} ${number(each.bytes / 1000, 4)} kB  ${each.name.slice(0, 60)}`,
  )
  const sum = done.reduce((total, { bytes }) => total + bytes, 0)
  const marks = Object.keys(OURS.marks).map(
    (name) => `${name} ${Math.round(seen[name][0])}–${Math.round(seen[name].at(-1))} ms`,
  )
  return [
    `${''.padEnd(WIDTH + 1)} asked first  done`,
    ...lines,
    `${done.length} requests, ${Math.round(sum / 1000)} kB; the line is idle for ${Math.round(idle(done, end))} of ${Math.round(end)} ms`,
    `seen: ${marks.join(', ')}; blocked ${Math.round(seen.blocked)} ms`,
  ]
}

/** How long nothing was on its way. */
function idle(requests, end) {
  let [busyUntil, total] = [0, 0]
  for (const { asked, done } of requests.toSorted((a, b) => a.asked - b.asked)) {
    total += Math.max(0, asked - busyUntil)
    busyUntil = Math.max(busyUntil, done)
  }
  return total + Math.max(0, end - busyUntil)
}
