import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { SeriesAnswer } from '#contract/answers.ts'
import type { Metric } from '#domain/series.ts'
import { METRICS } from '#domain/series.ts'
import { figureOf } from '#figures/figure-of.ts'
import type { Figure, Scene } from '#figures/figure.ts'
import { toSvg } from '#figures/to-svg.ts'
import { wordsReady } from '#i18n/words.ts'
import { apiOver } from '#mocks/api-over.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { makePointer } from '#ui/pointer.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { FRAMES } from './layout.ts'

const WIDTH = 640
const DAYS = 'g.days'
const VALUES = 'g.values'

/** Without layout nothing has a width, and Recharts draws nothing. */
class EverythingIsWide {
  readonly #tell: ResizeObserverCallback
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell
  }
  observe() {
    const entry = { contentRect: { width: WIDTH } } as ResizeObserverEntry
    this.#tell([entry], this as unknown as ResizeObserver)
  }
  disconnect() {
    // Nothing is kept.
  }
}

let scene: Scene
const figures = new Map<Metric, Figure>()
beforeAll(async () => {
  await wordsReady('en', 'embed')
  const { api } = await apiOver('record')
  const response = await api.fetch(new Request(`http://x/api/v1/series/${METRICS.join()}?lang=en`))
  const { series, window } = SeriesAnswer.parse(await response.json())
  scene = { ...(await someScene('en')), window: { from: window.from, to: window.to } }
  for (const each of series) figures.set(each.metric, figureOf(each, scene, window.at))
}, 60_000)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Every frame of the dashboard, and each figure alone as it can be embedded. */
const SHOWN = [...FRAMES.map(({ metrics }) => metrics), ['arrivals'], ['losses']] as const

function chosen([lead, ...others]: readonly [Metric, ...Metric[]]): [Figure, ...Figure[]] {
  const of = (metric: Metric) => {
    const figure = figures.get(metric)
    if (!figure) throw new Error(`The record has no ${metric}.`)
    return figure
  }
  return [of(lead), ...others.map(of)]
}

async function onTheDashboard(shown: readonly [Figure, ...Figure[]]) {
  vi.stubGlobal('ResizeObserver', EverythingIsWide)
  const nothing = () => undefined
  const { container, findByRole } = render(
    <QueryClientProvider client={new QueryClient()}>
      <ChartFrame
        drawings={shown}
        titles={shown.map(({ title }) => title)}
        height={400}
        scene={scene}
        at={shown[0].at}
        said={[]}
        view={{}}
        dataMode="live"
        reader="public"
        pointer={makePointer()}
        onView={nothing}
        onOpen={nothing}
        share={String}
      />
    </QueryClientProvider>,
  )
  const plot = await findByRole('slider')
  const curves = shown.flatMap(({ panels }) =>
    panels.flatMap(({ lines }) => lines.filter(({ role }) => role === 'line' || role === 'step')),
  )
  await vi.waitFor(
    () => {
      expect(plot.querySelector(`${DAYS} text`)).toBeTruthy()
      // Recharts draws in several steps, a curve last.
      expect(plot.querySelectorAll('.recharts-line-curve')).toHaveLength(curves.length)
    },
    { timeout: 5_000 },
  )
  return { container, plot }
}

function asPicture(shown: readonly [Figure, ...Figure[]]) {
  const text = toSvg(shown, {
    width: WIDTH,
    height: null,
    theme: 'light',
    standalone: false,
    frame: 'whole',
    id: 'p',
    scene,
    foot: [],
  })
  const picture = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  const plot = picture.querySelector('g.plot')
  if (!plot) throw new Error('The picture has no plot.')
  return { picture, plot }
}

/** Text without its spaces: where lines break is no difference. */
const squashed = (text: string | null | undefined) => (text ?? '').replaceAll(/[\s\u2060]/g, '')
const textsIn = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => squashed(textContent))

/** How many shapes are filled with each colour: every figure that is drawn, and every range. */
function shapesIn(root: Element): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const shape of root.querySelectorAll('rect, circle, path')) {
    const fill = shape.getAttribute('fill') ?? ''
    if (!/^var\(--(?!paper)/.test(fill) || shape.closest('defs, g.note')) continue
    const key = `${shape.tagName} ${fill}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** The pieces of each curve: one more than it has gaps. */
const piecesIn = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)]
    .map((curve) => curve.getAttribute('d')?.match(/M/g)?.length ?? 0)
    .toSorted((a, b) => a - b)

/** Heights of bars as parts of the tallest, in percent. */
function heightsIn(root: Element, fill: string): number[] {
  const heights = [...root.querySelectorAll(`rect[fill="${fill}"]`)].map((bar) =>
    Number(bar.getAttribute('height')),
  )
  const tallest = Math.max(...heights)
  return heights.map((height) => Math.round((height / tallest) * 100)).toSorted((a, b) => a - b)
}

test.each(SHOWN.map((metrics) => [metrics.join(' and '), metrics] as const))(
  '%s read the same on the dashboard and in a picture',
  async (_, metrics) => {
    const shown = chosen(metrics)
    const { container, plot } = await onTheDashboard(shown)
    const { picture, plot: drawn } = asPicture(shown)
    const said = squashed(picture.textContent)

    // Titles, standfirst, key and credit, word for word.
    const words = ['h3', 'p', '[class*=legend] li', '[class*=credit]'].flatMap((each) =>
      textsIn(container, each),
    )
    expect(words.length).toBeGreaterThan(3)
    for (const each of words.filter((each) => !/CSV$|^Table$/.test(each)))
      expect(said).toContain(each)

    // Units and names of panels, events, levels and names at the ends of lines.
    for (const each of textsIn(plot, '[class*=unit], [class*=panelTitle], [class*=rowName]'))
      expect(said).toContain(each)
    expect(textsIn(drawn, 'g.note text')).toEqual(textsIn(plot, '[class*=note] b'))

    // Both ends of every axis, and what stands between.
    expect(textsIn(drawn, `${DAYS} text`)).toEqual(textsIn(plot, `${DAYS} text`))
    expect(textsIn(drawn, `${VALUES} text`)).toEqual(textsIn(plot, `${VALUES} text`))
    const days = Number(plot.getAttribute('aria-valuemax')) + 1
    const ends = ['data-from', 'data-to'].map((end) => Date.parse(drawn.getAttribute(end) ?? ''))
    expect(((ends[1] ?? 0) - (ends[0] ?? 0)) / 864e5 + 1).toBe(days)

    // Every figure, every range, every gap.
    const shapes = shapesIn(drawn)
    expect(Object.values(shapes).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5)
    expect(shapes).toEqual(shapesIn(plot))
    expect(piecesIn(drawn, 'path.line')).toEqual(piecesIn(plot, '.recharts-line-curve'))
    const uncounted = (root: Element) => textsIn(root, 'text').filter((each) => each === '?').length
    expect(uncounted(drawn)).toBe(uncounted(plot))
    const whiskers = (root: Element) => root.querySelectorAll('path[stroke="var(--ink)"]').length
    expect(whiskers(drawn)).toBe(whiskers(plot))
  },
  30_000,
)

test.each(['arrivals', 'wait', 'prices'] as const)(
  'a week of %s that is withheld is an asterisk on both, where a gap is nothing',
  async (metric) => {
    const keys = { arrivals: 'ci', wait: 'all', prices: 'parallel-petrol' }
    const line = someLine(keys[metric], 'tankers', [3, 'withheld', null, 0])
    const shown = [figureOf(someSeries(metric, [line]), scene, scene.window.to)] as const
    const { plot } = await onTheDashboard(shown)
    const stars = (root: Element) => textsIn(root, 'text').filter((each) => each === '*').length
    expect([stars(plot), stars(asPicture(shown).plot)]).toEqual([1, 1])
  },
)

test('bars are as high as one another on both', async () => {
  const shown = chosen(['arrivals'])
  const { plot } = await onTheDashboard(shown)
  const { plot: drawn } = asPicture(shown)
  const fill = 'var(--axis-unstated)'
  expect(heightsIn(drawn, fill).length).toBeGreaterThan(5)
  const [inPicture, onDashboard] = [heightsIn(drawn, fill), heightsIn(plot, fill)]
  for (const [index, height] of inPicture.entries())
    expect(Math.abs(height - (onDashboard[index] ?? 0))).toBeLessThanOrEqual(1)
})

test('a figure that one of them leaves out is noticed', async () => {
  const shown = chosen(['arrivals'])
  const { plot } = await onTheDashboard(shown)
  const { plot: drawn } = asPicture(shown)
  drawn.querySelector('rect.mark')?.remove()
  expect(shapesIn(drawn)).not.toEqual(shapesIn(plot))
})
