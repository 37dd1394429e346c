import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DATA_MODES } from '#domain/data-mode.ts'
import type { Metric, Series } from '#domain/series.ts'
import { METRICS } from '#domain/series.ts'
import { figureOf } from '#figures/figure-of.ts'
import { addDemoWords } from '#i18n/demo-words.ts'
import { markOf } from '#i18n/mark.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { makePointer } from '#ui/pointer.ts'
import { ChartFrame } from './ChartFrame.tsx'

const MARK = 'DEMO – simulated data'
const AT = '2026-02-01'
const LINES: Record<Metric, Parameters<typeof someLine>> = {
  wait: ['bamako', 'hours', [1, 2]],
  prices: ['parallel-petrol', 'xof-per-litre', [1250, 1400]],
  arrivals: ['ci', 'tankers', [90, 110], 'whole-week'],
  losses: ['sn', 'tankers', [3, 0]],
  litres: ['received', 'litres', [4e6, 5e6]],
  stations: ['bamako', 'share', [0.4, 0.6]],
}

/** A plot is drawn once its width is known, and nothing has a width here. */
class SomeWidth {
  private readonly tell: ResizeObserverCallback
  constructor(tell: ResizeObserverCallback) {
    this.tell = tell
  }
  observe() {
    const entry = { contentRect: { width: 600, height: 300 } } as ResizeObserverEntry
    this.tell([entry], this)
  }
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  addDemoWords()
  vi.stubGlobal('ResizeObserver', SomeWidth)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe.each(DATA_MODES)('when the data are %s', (dataMode) => {
  async function renderFrame(series: Series) {
    const plain = await someScene('en')
    const scene = { ...plain, mark: markOf(dataMode, 'public', plain.say) }
    const nothing = () => undefined
    const figure = figureOf(series, scene, AT)
    render(
      <QueryClientProvider client={new QueryClient()}>
        <ChartFrame
          drawings={[figure]}
          titles={[figure.title]}
          {...{ scene, dataMode }}
          reader="public"
          height={300}
          at={AT}
          said={[]}
          view={{}}
          pointer={makePointer()}
          onView={nothing}
          onOpen={nothing}
          share={String}
        />
      </QueryClientProvider>,
    )
    return userEvent.setup()
  }
  const isMarked = dataMode === 'demo'
  const written = (selector: string) => screen.queryAllByText(MARK, { selector }).length > 0

  test.each(METRICS)('the picture of %s says so in itself, and its table too', async (metric) => {
    const user = await renderFrame(someSeries(metric, [someLine(...LINES[metric])]))
    // What draws comes in a piece of its own, which takes a while on a busy machine.
    const drawn = () => expect(document.querySelector('[role=slider] svg text')).not.toBeNull()
    await waitFor(drawn, { timeout: 10_000 })
    expect(written('[role=slider] svg text')).toBe(isMarked)
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getByRole('columnheader', { name: /^Period/ }).textContent).toBe(
      isMarked ? `Period ${MARK}` : 'Period ',
    )
  })

  test('so does the room of a figure that cannot be had', async () => {
    await renderFrame(someSeries('arrivals', [], { missing: ['arrivals'], n: 0, sources: 0 }))
    expect(written('strong')).toBe(isMarked)
  })

  test('the file of a figure carries it in its name', async () => {
    const names: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click')
    click.mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const headers = { 'Content-Type': 'text/csv', 'X-Data-Mode': 'live' }
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('a,b', { headers })))
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:some' }))
    const user = await renderFrame(someSeries('arrivals', [someLine(...LINES.arrivals)]))
    await user.click(screen.getByRole('button', { name: /^CSV/ }))
    await waitFor(() => expect(names).toHaveLength(1))
    expect(names).toEqual([isMarked ? 'jauge-demo-arrivals.csv' : 'jauge-arrivals.csv'])
    click.mockRestore()
  })
})
