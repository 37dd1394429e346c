import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { SeriesAnswer } from '#contract/answers.ts'
import type { Scene } from '#figures/figure.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { makePointer } from '#ui/pointer.ts'
import { Charts } from './Charts.tsx'

let scene: Scene
beforeAll(async () => {
  scene = await someScene('en')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const window = {
  from: '2026-01-05',
  to: '2026-03-01',
  at: '2026-02-01',
  known: null,
  vintage: null,
}
const common = { caveats: ['claims-left-out'] } as const
const answer: SeriesAnswer = {
  window,
  series: [
    someSeries('wait', [someLine('bamako', 'hours', [3])], { caveats: [...common.caveats] }),
    someSeries('prices', [], { missing: ['parallel-price'] }),
    someSeries('arrivals', [someLine('ci', 'tankers', [300])], { caveats: [...common.caveats] }),
    someSeries('losses', [someLine('ci', 'tankers', [40])], { caveats: [...common.caveats] }),
    someSeries('litres', [someLine('received', 'litres', [12e6])], {
      caveats: [...common.caveats],
    }),
    someSeries('stations', [someLine('bamako', 'share', [0.5])], { caveats: [...common.caveats] }),
  ],
}

/** The line as it is: places are not to be had, series are what `reply` says. */
function answerWith(reply: () => Response | Promise<Response>) {
  vi.stubGlobal('fetch', (path: string) =>
    path.includes('/series/') ? Promise.resolve(reply()) : Promise.reject(new TypeError('no line')),
  )
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

function renderCharts(at?: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const part = {
    view: at ? { at } : {},
    window: null,
    lang: 'en' as const,
    say: scene.say,
    dataMode: 'live' as const,
    reader: 'public' as const,
  }
  const told = { pointer: makePointer(), onView: vi.fn(), onOpen: vi.fn(), share: String }
  render(
    <QueryClientProvider client={client}>
      <Charts {...part} {...told} />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

test('five frames stand in order, arrivals and losses in one', async () => {
  answerWith(() => json(200, answer))
  renderCharts()
  await screen.findByRole('heading', { level: 3, name: /wait/ })
  const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
  expect(titles).toEqual([
    'Latest wait reported in bamako: 3 hours, 3 weeks ago',
    'No price reported from 5 January to 1 February',
    '300 tankers arrived in the week of 5 January, no count since',
    '12 million litres received in the week of 5 January, no volume since',
    '50% of stations had fuel in bamako at the latest report (3 weeks ago)',
  ])
  expect(screen.getByText(/40 tankers lost in the week of 5 January/)).toBeTruthy()
})

test('titles follow the moment shown', async () => {
  answerWith(() => json(200, answer))
  renderCharts('2026-01-11')
  expect(
    await screen.findByRole('heading', {
      name: 'In bamako, a wait of 3 hours in the week of 5 January',
    }),
  ).toBeTruthy()
})

test('what holds for every chart is said once', async () => {
  answerWith(() => json(200, answer))
  renderCharts()
  expect(await screen.findAllByText(/Claims of low credibility/)).toHaveLength(1)
})

test('while nothing has come, that is said', () => {
  answerWith(() => new Promise<Response>(() => undefined))
  renderCharts()
  expect(screen.getByRole('status').textContent).toContain('Loading')
})

test('a failure is told, and trying again recovers', async () => {
  let isBroken = true
  answerWith(() =>
    isBroken ? json(503, { title: 'Down', status: 503, type: 'about:blank' }) : json(200, answer),
  )
  const user = renderCharts()
  expect((await screen.findByRole('alert')).textContent).toContain('Down')
  isBroken = false
  await user.click(screen.getByRole('button', { name: /again/i }))
  expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(5)
})
