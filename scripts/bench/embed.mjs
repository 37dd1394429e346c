import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { launch, oneVisit } from './phone.mjs'
import { readBy } from './readers.mjs'
import { median } from './samples.mjs'
import { startServer } from './server-process.mjs'
import { rowOf } from './sheet.mjs'

const CHARTS = ['arrivals', 'prices', 'litres', 'corridors']
const VISIBLE_TIMES = 1.15
const LIVE_TIMES = 2.5
const BLOCKED_MS = 60
const HEAP_MB = 2
const DOCUMENT_KB = 30
const CLIENTS = 20
const PER_SECOND = 500
const P99_MS = 50

/**
 * Embeds of a running product: what a phone in Bamako sees of each and when, beside a page written by hand with the same
 * drawing; and how many requests of one live embed it answers in a second.
 */
export async function embed({ root, options: { rounds, seconds }, executablePath }) {
  const product = await startServer(root)
  const browser = await launch(executablePath)
  try {
    const rows = []
    for (const chart of CHARTS)
      rows.push(...(await compared(browser, product.url, { chart, rounds })))
    const live = new URL('/embed/arrivals?lang=fr', product.url).href
    const { perSecond, p99 } = await readBy(CLIENTS, { url: live, seconds })
    const of = { part: 'embed', what: 'one live embed', on: `${CLIENTS} readers at once` }
    return [
      ...rows,
      rowOf({ ...of, value: perSecond, unit: '/s', goal: { least: PER_SECOND } }),
      rowOf({ ...of, what: 'one live embed, p99', value: p99, unit: 'ms', goal: { most: P99_MS } }),
    ]
  } finally {
    await browser.close()
    await product.stop()
  }
}

async function compared(browser, product, { chart, rounds }) {
  const url = new URL(`/embed/${chart}?lang=en&theme=light`, product).href
  const reference = await serveByHand(await (await fetch(url)).text())
  try {
    const [ours, theirs] = [[], []]
    const visible = 'svg path'
    // In turns, so that a busy minute of the machine falls on both.
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await oneVisit(browser, reference.url, { marks: { visible } }))
      ours.push(await oneVisit(browser, url, { marks: { visible, live: '[role="slider"]' } }))
    }
    return rowsOf(chart, ours, theirs)
  } finally {
    reference.close()
  }
}

function rowsOf(chart, ours, theirs) {
  const middle = (visits, pick) => median(visits.map(pick).toSorted((a, b) => a - b))
  const at = (name) => (visit) => visit.seen[name][0]
  const beside = { what: 'written by hand', value: middle(theirs, at('visible')), unit: 'ms' }
  const row = (what, pick, line) =>
    rowOf({
      part: 'embed',
      what: `${chart}: ${what}`,
      on: 'first visit, bamako',
      unit: 'ms',
      value: middle(ours, pick),
      ...line,
    })
  return [
    row('visible', at('visible'), { reference: beside, goal: { ratio: VISIBLE_TIMES } }),
    row('to be pointed at', at('live'), { reference: beside, goal: { ratio: LIVE_TIMES } }),
    row('blocked', ({ blocked }) => blocked, { goal: { most: BLOCKED_MS } }),
    row('heap', ({ heap }) => heap / 1e6, { unit: 'MB', goal: { most: HEAP_MB } }),
    row('document', ({ documentBytes }) => documentBytes / 1e3, {
      unit: 'kB',
      goal: { most: DOCUMENT_KB },
    }),
    row('other hosts asked', ({ strangers }) => strangers, { unit: '', goal: { most: 0 } }),
  ]
}

/** The drawing that a phone is shown, its title and its colours, in a page that somebody wrote by hand. */
async function serveByHand(page) {
  const [svg] = /<svg .*?<\/svg>/s.exec(page) ?? []
  const [colours] = /:root\{.*?\}/.exec(page) ?? []
  const [title] = /<h1.*?<\/h1>/.exec(page) ?? []
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Reference</title><style>${colours}body{font:16px/1.4 system-ui;margin:1rem}svg{width:100%;height:auto}</style>${title}<div class="plot">${svg}</div></html>`
  const body = brotliCompressSync(html)
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
    })
    response.end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}
