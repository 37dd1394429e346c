import { beforeAll, describe, expect, test } from 'vitest'
import type { Line, Metric, Series } from '#domain/series.ts'
import { METRICS } from '#domain/series.ts'
import { addDays } from '#domain/time.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { isKnown } from './figure.ts'
import type { Figure, Mark, Scene } from './figure.ts'
import { figureOf } from './figure-of.ts'
import { toTable } from './to-table.ts'

const AT = '2026-02-01'
let french: Scene
let english: Scene
beforeAll(async () => {
  ;[french, english] = await Promise.all([someScene('fr'), someScene('en')])
})

const LINE: Record<Metric, Pick<Line, 'key' | 'unit'>> = {
  wait: { key: 'bamako', unit: 'hours' },
  prices: { key: 'parallel-petrol', unit: 'xof-per-litre' },
  arrivals: { key: 'ci', unit: 'tankers' },
  losses: { key: 'sn', unit: 'tankers' },
  litres: { key: 'received', unit: 'litres' },
  stations: { key: 'bamako', unit: 'share' },
}

function seriesWith(metric: Metric, values: Parameters<typeof someLine>[2]): Series {
  const { key, unit } = LINE[metric]
  return someSeries(metric, [someLine(key, unit, values)])
}

function marksOf(figure: Figure, key: string): readonly Mark[] {
  return figure.panels.flatMap(({ lines }) =>
    lines.filter((line) => line.key === key).flatMap(({ marks }) => marks),
  )
}

describe.each(METRICS)('the figure of %s', (metric) => {
  const { key } = LINE[metric]

  test('an unknown is a gap, never zero', () => {
    const figure = figureOf(seriesWith(metric, [1, null, 1]), english, AT)
    expect(marksOf(figure, key).map(({ best }) => best)).toEqual([1, null, 1])
    expect(marksOf(figure, key)[1]?.said).toBe('–')
  })

  test('a zero that somebody reported is drawn as zero', () => {
    const figure = figureOf(seriesWith(metric, [1, 0, 1]), english, AT)
    const zero = marksOf(figure, key)[1]
    expect(zero).toMatchObject({ low: 0, best: 0, high: 0 })
    expect(zero?.said).toMatch(/^0|^× 0/)
    expect(zero && isKnown(zero)).toBe(true)
  })

  test('its values start at zero and fit under its top', () => {
    const figure = figureOf(seriesWith(metric, [0.2, [0.1, 0.5, 0.9]]), english, AT)
    for (const panel of figure.panels) {
      expect(panel.ticks[0]?.value).toBe(0)
      expect(panel.top).toBeGreaterThan(0)
      for (const { high } of panel.lines.flatMap(({ marks }) => marks))
        expect(high ?? 0).toBeLessThanOrEqual(panel.top)
    }
  })

  test('its table holds the same numbers', () => {
    const figure = figureOf(seriesWith(metric, [1, null, [0.5, 0.75, 1]]), english, AT)
    const { rows } = toTable(figure, english)
    const cells = rows.map(({ cells }) => cells.map(({ text }) => text))
    expect(cells.flat()).toEqual(marksOf(figure, key).map(({ said }) => said))
  })

  test('a series without reports is empty, and says which input is missing', () => {
    const figure = figureOf(someSeries(metric, [], { missing: ['no-reports'] }), french, AT)
    expect(figure.empty).toBe(true)
    expect(figure.missing).toEqual(['des rapports dans cette période'])
    expect(figure.title).toMatch(/^Aucun/)
  })

  test('a series of gaps alone is empty too', () => {
    expect(figureOf(seriesWith(metric, [null, null]), english, AT).empty).toBe(true)
  })

  test('it keeps its unit, sources, date and window', () => {
    const figure = figureOf(seriesWith(metric, [1]), english, AT)
    expect(figure.credit).toMatchObject({ n: 3, sources: 2, asOf: '2026-02-09T00:00:00.000Z' })
    expect(figure.window).toEqual(english.window)
    expect(figure.subtitle.length).toBeGreaterThan(20)
  })

  test('every message it needs is there, in both languages', () => {
    for (const scene of [french, english]) {
      const series = {
        ...seriesWith(metric, [1, [0.2, null, 0.8]]),
        caveats: ['few-reports' as const],
      }
      const figure = figureOf(series, scene, AT)
      expect(JSON.stringify(figure)).not.toMatch(/charts\.[a-z]|select,|plural,/)
    }
  })

  test('four hundred weeks have a dozen labels on their axis', () => {
    const long = { ...english, window: { from: '2018-01-01', to: addDays('2018-01-01', 2799) } }
    const series = seriesWith(
      metric,
      Array.from({ length: 400 }, (_, week) => week),
    )
    const figure = figureOf(series, long, '2025-08-30')
    expect(figure.xTicks.length).toBeLessThanOrEqual(12)
    expect(marksOf(figure, key)).toHaveLength(400)
  })
})
