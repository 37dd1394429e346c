import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { SeriesAnswer } from '#contract/answers.ts'
import { ticksShown } from '#figures/drawn/ticks-shown.ts'
import type { Scene } from '#figures/figure.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { makePointer } from '#ui/pointer.ts'
import { Charts } from './Charts.tsx'

// Asked once for each panel that is drawn: it counts the drawings.
vi.mock('#figures/drawn/ticks-shown.ts', { spy: true })
const drawings = () => vi.mocked(ticksShown).mock.calls.length
/** One each of waits, arrivals and losses, two each of prices, litres and stations. */
const PANELS = 9

class SomeWidth {
  readonly #tell: ResizeObserverCallback
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell
  }
  observe() {
    const entry = { contentRect: { width: 600, height: 300 } } as ResizeObserverEntry
    this.#tell([entry], this)
  }
  unobserve() {
    // Nothing was observed.
  }
  disconnect() {
    // Nothing is kept.
  }
}

const answer: SeriesAnswer = {
  window: { from: '2026-01-05', to: '2026-03-01', at: '2026-02-01', known: null, vintage: null },
  series: [
    someSeries('wait', [someLine('all', 'hours', [3, 4]), someLine('bamako', 'hours', [3, 5])]),
    someSeries('prices', [someLine('official-petrol', 'xof-per-litre', [775, 775])]),
    someSeries('arrivals', [someLine('ci', 'tankers', [300, 200])]),
    someSeries('losses', [someLine('ci', 'tankers', [40, 3])]),
    someSeries('litres', [someLine('received', 'litres', [12e6, 9e6])]),
    someSeries('stations', [
      someLine('bamako', 'share', [0.5, 0.25]),
      someLine('kayes', 'share', [0.1, null]),
    ]),
  ],
}

let scene: Scene
beforeAll(async () => {
  scene = await someScene('en')
})
beforeEach(() => {
  vi.stubGlobal('ResizeObserver', SomeWidth)
  vi.stubGlobal('fetch', (path: string) =>
    path.includes('/series/')
      ? Promise.resolve(Response.json(answer))
      : Promise.reject(new TypeError('no line')),
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function renderCharts() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const pointer = makePointer()
  const told = { onView: vi.fn(), onOpen: vi.fn(), share: String }
  const charts = (at: string) => (
    <QueryClientProvider client={client}>
      <Charts
        {...told}
        pointer={pointer}
        view={{ at }}
        window={{ ...answer.window, at }}
        lang="en"
        say={scene.say}
        dataMode="live"
        reader="public"
      />
    </QueryClientProvider>
  )
  vi.mocked(ticksShown).mockClear()
  const { rerender } = render(charts('2026-01-12'))
  await screen.findAllByRole('slider')
  // What draws comes in a piece of its own, and then panel after panel.
  await vi.waitFor(() => expect(drawings()).toBeGreaterThanOrEqual(PANELS), { timeout: 10_000 })
  await vi.waitFor(
    () => expect(document.querySelectorAll('.recharts-line-curve')).toHaveLength(2),
    { timeout: 10_000 },
  )
  return { pointer, stepTo: (at: string) => rerender(charts(at)) }
}

/** What `move` changes in the page. */
async function changesOf(move: () => unknown): Promise<MutationRecord[]> {
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  act(() => void move())
  // Changes are told once what made them is done.
  await Promise.resolve()
  observer.disconnect()
  return changes
}

const elementOf = ({ target }: MutationRecord) =>
  target instanceof Element ? target : target.parentElement

// What draws comes with the first test, which takes long on a busy machine.
test('each panel is drawn once, in a turn of its own', async () => {
  await renderCharts()
  expect(drawings()).toBe(PANELS)
}, 30_000)

test('pointing draws no panel anew: it moves a line on each chart, and nothing else', async () => {
  const { pointer } = await renderCharts()
  const before = drawings()
  act(() => pointer.point('2026-01-20'))
  const changes = await changesOf(() => pointer.point('2026-01-22'))
  expect(drawings()).toBe(before)
  expect(changes).toHaveLength(5)
  for (const change of changes) {
    expect(change.attributeName).toBe('style')
    expect(elementOf(change)?.className).toMatch(/pointed/)
  }
})

test('the chart that is pointed at reads its day out, the others do not', async () => {
  const { pointer } = await renderCharts()
  const [wait, prices] = screen.getAllByRole('slider')
  if (!wait || !prices) throw new Error('There is no chart.')
  const before = prices.getAttribute('aria-valuetext')
  act(() => wait.focus())
  const changes = await changesOf(() => fireEvent.keyDown(wait, { key: 'Home' }))
  expect(pointer.day()).toBe('2026-01-05')
  expect(within(wait).getByText(/5–11 Jan/)).toBeTruthy()
  expect(prices.getAttribute('aria-valuetext')).toBe(before)
  expect(changes.filter((change) => elementOf(change)?.closest('svg'))).toEqual([])
})

test('a step of a day draws no chart anew, those on one scale neither: titles and lines follow', async () => {
  const { stepTo } = await renderCharts()
  const before = drawings()
  const changes = await changesOf(() => stepTo('2026-01-13'))
  expect(drawings()).toBe(before)
  expect(changes.length).toBeGreaterThan(0)
  expect(changes.filter((change) => elementOf(change)?.closest('svg'))).toEqual([])
  expect(changes.filter(({ type }) => type === 'childList')).toEqual([])
})
