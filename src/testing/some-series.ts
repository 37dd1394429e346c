import type { Basis, Line, Metric, Point, Series } from '#domain/series.ts'
import { withheldPoint } from '#domain/point.ts'
import { addDays } from '#domain/time.ts'
import type { Scene } from '#figures/figure.ts'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'

type Value =
  | number
  | null
  | 'withheld'
  | [low: number | null, best: number | null, high: number | null]

/** A point of a week from its Monday, or of a single day. One report from one source, unless said otherwise. */
export function somePoint(from: string, value: Value, change: Partial<Point> = {}): Point {
  if (value === 'withheld') return withheldPoint({ from, to: addDays(from, 6) })
  const [low, best, high] = Array.isArray(value) ? value : [value, value, value]
  const isKnown = low !== null || best !== null || high !== null
  return {
    from,
    to: addDays(from, 6),
    low,
    best,
    high,
    lastDay: isKnown ? (change.to ?? addDays(from, 6)) : null,
    n: isKnown ? 1 : 0,
    sources: isKnown ? 1 : 0,
    basis: isKnown ? 'reported' : null,
    reporting: null,
    known: null,
    reports: isKnown ? ['report-1'] : [],
    ...change,
  }
}

/** A line of weeks on end from Monday 5 January 2026; null is a week nobody reported. */
export function someLine(
  key: string,
  unit: Line['unit'],
  values: Value[],
  basis: Basis | null = 'reported',
): Line {
  const points = values.map((value, index) => {
    const point = somePoint(addDays('2026-01-05', index * 7), value)
    return { ...point, basis: point.basis === null ? null : basis }
  })
  return { key, unit, points }
}

export function someSeries(metric: Metric, lines: Line[], change: Partial<Series> = {}): Series {
  return {
    metric,
    lines,
    references: [],
    annotations: [],
    n: 3,
    sources: 2,
    sourceNames: ['RFI', 'AFP'],
    asOf: '2026-02-09T00:00:00.000Z',
    caveats: [],
    missing: [],
    ...change,
  }
}

/** January and February 2026 in a reader's words. Places are called by their ids, with a capital. */
export async function someScene(lang: Lang): Promise<Scene> {
  await Promise.all([wordsReady(lang, 'detail'), wordsReady(lang, 'later')])
  return {
    window: { from: '2026-01-05', to: '2026-03-01' },
    say: wordsIn(lang),
    lang,
    mark: null,
    placeName: (id: string) => id.charAt(0).toUpperCase() + id.slice(1),
  }
}
