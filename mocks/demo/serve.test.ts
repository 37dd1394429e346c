import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Place } from '#domain/place.ts'
import { Situation } from '#domain/situation.ts'
import { testAtlas } from '#mocks/api-over.ts'
import { simulate } from '#mocks/simulator/simulate.ts'
import { CLOCK_STARTS } from '#mocks/simulator/simulation.ts'
import { withStations } from '#mocks/simulator/stations.ts'
import { connect } from './connect.ts'
import type { Line } from './connect.ts'
import type { GeographyFiles } from './geography-files.ts'
import { serveDemo } from './serve.ts'

const BASE = '/a/jauge/'
const parts = {
  scenario: 'calm',
  seed: 7,
  role: 'public',
  speed: 0,
  base: BASE,
  script: '/a/jauge/enhance.js',
} as const
const open: MessagePort[] = []

afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

/** Page and worker on the two ends of a channel, as they are on the two ends of a worker. */
async function line(changed: Partial<GeographyFiles> = {}): Promise<Line> {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  serveDemo(port1)
  port1.start()
  port2.start()
  const text = (name: string) => readFile(`public/geo/${name}.json`, 'utf8')
  const geography = {
    places: await text('places'),
    corridors: await text('corridors'),
    base: await text('base.topo'),
    ...changed,
  }
  return connect(port2, { ...parts, geography })
}

const ask = (line: Line, path: string, init?: RequestInit) =>
  line.answer(new Request(`http://host.example${BASE}${path}`, init))

test('the deployment answers over the line, marked as a demo', async () => {
  const demo = await line()
  const answer = await ask(demo, 'api/v1/situation')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('X-Data-Mode')).toBe('demo')
  const { record } = Situation.parse(await answer.json())
  expect(record.reports).toBeGreaterThan(1000)
  expect(demo.state()).toMatchObject({ now: CLOCK_STARTS, role: 'public' })
  expect(demo.state().reports).toBeGreaterThanOrEqual(record.reports)

  // The places are the demo's own, stations among them.
  const places = z.array(Place).parse(await (await ask(demo, 'geo/places.json')).json())
  expect(places.filter(({ kind }) => kind === 'station').length).toBeGreaterThan(300)

  // What is embedded is drawn here too, and says what it is; pixels are not.
  const map = await ask(demo, 'embed/corridors?lang=en')
  const html = await map.text()
  expect(html).toContain('DEMO – simulated data')
  // All that it names stands below the demo's own path.
  const named = [...html.matchAll(/(?:href|src)="(?:http:\/\/host\.example)?(\/[^"]*)"/g)]
  expect(named.map(([, path]) => path).filter((path) => !path?.startsWith(BASE))).toEqual([])
  expect(html).toContain(`src="${BASE}enhance.js"`)
  expect(html).toContain(`href="${BASE}?lang=en&amp;scenario=calm&amp;seed=7"`)
  const file = await ask(demo, 'embed/corridors-en.html?scenario=calm&seed=7')
  expect(await file.text()).toBe(html)
  expect((await ask(demo, 'charts/wait.png')).status).toBe(501)

  // A refusal is passed on as one.
  const refusal = await ask(demo, 'api/v1/situation?corridor=mars')
  expect(refusal.status).toBe(400)
  expect(refusal.headers.get('Content-Type')).toBe('application/problem+json')

  // The same object until something changed, as React asks for.
  expect(demo.state()).toBe(demo.state())
  let changes = 0
  const stop = demo.subscribe(() => (changes += 1))
  const { version } = demo.state()
  demo.setRole('analyst')
  expect(demo.state().role).toBe('analyst')
  const asAnalyst = await ask(demo, 'api/v1/situation')
  expect(asAnalyst.headers.get('Cache-Control')).toBe('private, no-store')
  // A frame is for everybody, and so shows what everybody may see.
  const framed = await ask(demo, 'embed/corridors?lang=en')
  expect(await framed.text()).toBe(html)
  expect(demo.state().version).toBeGreaterThan(version)
  expect(changes).toBeGreaterThan(0)
  stop()

  // A question that is dropped is not waited for.
  const stopped = new AbortController()
  const dropped = ask(demo, 'api/v1/situation', { signal: stopped.signal })
  stopped.abort(new DOMException('moved on', 'AbortError'))
  await expect(dropped).rejects.toThrow('moved on')

  // The fingerprint is that of the drafts, whoever counts it.
  const hash = createHash('sha256')
  const atlas = withStations(await testAtlas(), parts.seed)
  for (const { drafts } of simulate({ ...parts, atlas }).advance(CLOCK_STARTS))
    for (const draft of drafts) hash.update(`${JSON.stringify(draft)}\n`)
  expect(await demo.fingerprint()).toBe(hash.digest('hex'))
}, 60_000)

test('the clock runs at the speed that is set, and reports come in', async () => {
  const demo = await line()
  const before = demo.state().reports
  demo.setSpeed(3600)
  await expect.poll(() => demo.state().reports, { timeout: 20_000 }).toBeGreaterThan(before)
  expect(demo.state().now > CLOCK_STARTS).toBe(true)
  // Nobody looks: nothing moves.
  demo.setWatched(false)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const { now } = demo.state()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(demo.state().now).toBe(now)
}, 60_000)

test('a deployment that cannot begin says why', async () => {
  await expect(line({ places: '<h1>Not found</h1>' })).rejects.toThrow(/JSON/)
})
