import { answeredAddress } from '#contract/drawn-embed.ts'
import { readOut } from '#embed/read-out.ts'
import { connect } from '#mocks/demo/connect.ts'
import type { Line } from '#mocks/demo/connect.ts'
import { DEMO_DEFAULTS } from '#mocks/demo/demo.ts'
import { fetchGeography } from '#mocks/demo/geography-files.ts'
import { CLOCK_STARTS } from '#mocks/simulator/simulation.ts'
import { askedIn } from './asked.ts'

// A frame of the demo was drawn ahead, of one question. To any other that its address asks, this makes the answer here: over
// the demo's own deployment, in a worker, since no server is at hand. Without it, the page says which view it shows.

/** What does not choose another view: what the file's name says, what pym's script adds, and who looks. */
const NO_QUESTION = ['lang', 'theme', 'childId', 'initialWidth', 'parentTitle', 'parentUrl', 'role']
/** What the demo is asked, and the API is not. */
const OF_THE_DEMO = ['scenario', 'seed', 'role']

const script = document.currentScript
const note = document.getElementById('drawn')
if (script instanceof HTMLScriptElement && note && asksForMore(location.search)) {
  note.textContent = note.dataset['busy'] ?? ''
  drawAnew(script.dataset).catch((error: unknown) => {
    note.textContent = note.dataset['failed'] ?? ''
    console.info(error)
  })
}

function asksForMore(search: string): boolean {
  const { scenario, seed } = askedIn(search)
  if (scenario !== DEMO_DEFAULTS.scenario || seed !== DEMO_DEFAULTS.seed) return true
  const quiet = [...NO_QUESTION, ...OF_THE_DEMO]
  return [...new URLSearchParams(search).keys()].some((name) => !quiet.includes(name))
}

async function drawAnew({ base = '/', worker: code = '' }: DOMStringMap): Promise<void> {
  const geography = await fetchGeography(base)
  const asked = askedFor(location.pathname + location.search)
  const worker = new Worker(code, { type: 'module', name: 'jauge-demo' })
  try {
    const line = await connect(worker as unknown as MessagePort, {
      ...askedIn(location.search),
      speed: 0,
      base,
      geography,
      script: null,
      until: asked.searchParams.get('vintage') ?? CLOCK_STARTS,
    })
    const html = await (await answered(line, asked)).text()
    const csv = await (await answered(line, csvOf(asked))).blob()
    put(html, csv)
    readOut()
  } finally {
    // One view is all that it was for, and it holds a whole year.
    worker.terminate()
  }
}

/** What the API is asked; as the file, it is held at the moment at which the demo's clock begins. */
function askedFor(path: string): URL {
  const url = new URL(answeredAddress(path), location.origin)
  for (const name of OF_THE_DEMO) url.searchParams.delete(name)
  if (!url.searchParams.has('vintage')) url.searchParams.set('vintage', CLOCK_STARTS)
  return url
}

function csvOf({ pathname, search, origin }: URL): URL {
  const url = new URL(pathname.replace(/embed\/(\w+)$/, 'charts/$1.csv') + search, origin)
  for (const name of ['theme', 'height', ...NO_QUESTION.slice(2)]) url.searchParams.delete(name)
  return url
}

async function answered(line: Line, url: URL): Promise<Response> {
  const response = await line.answer(new Request(url))
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response
}

/** Puts the page's new contents in place of the old ones. The policy allows one style by its hash, and adopted ones. */
function put(html: string, csv: Blob): void {
  const page = new DOMParser().parseFromString(
    html.replace(/<style>[^<]*<\/style>/, ''),
    'text/html',
  )
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(/<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '')
  const numbers = document.querySelector<HTMLAnchorElement>('.foot a[href$=".csv"]')
  if (numbers) {
    const name = numbers.href.split('/').at(-1) ?? ''
    numbers.download = name.replace('.csv', '-view.csv')
    numbers.href = URL.createObjectURL(csv)
    page.querySelector('.foot')?.append(' ', numbers)
  }
  document.title = page.title
  document.adoptedStyleSheets = [sheet]
  document.querySelector('style')?.remove()
  document.body.replaceChildren(...page.body.childNodes)
}
