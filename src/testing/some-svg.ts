import type { Series } from '#domain/series.ts'
import { figureOf } from '#figures/figure-of.ts'
import type { Figure, Scene } from '#figures/figure.ts'
import type { SvgOptions } from '#figures/svg/sheet.ts'
import { toSvg } from '#figures/to-svg.ts'
import { someLine, someSeries } from './some-series.ts'

/** The moment of the pictures in tests: the last day of their scene. */
export const SVG_AT = '2026-03-01'

type Change = Partial<SvgOptions> & { mark?: string }

/** A series as a file of 640 px, unless said otherwise. */
export function svgOf(series: Series, scene: Scene, { mark, ...options }: Change = {}): string {
  const figure: Figure & { mark: string | null } = {
    ...figureOf(series, scene, SVG_AT),
    mark: mark ?? null,
  }
  return svgOfAll([figure], scene, options)
}

export function svgOfAll(
  figures: readonly [Figure, ...Figure[]],
  scene: Scene,
  options: Partial<SvgOptions> = {},
): string {
  return toSvg(figures, {
    width: 640,
    height: null,
    theme: 'light',
    standalone: true,
    frame: 'whole',
    id: 'chart',
    scene,
    foot: [],
    ...options,
  })
}

type Values = Parameters<typeof someLine>[2]

export function someWaits(values: Values): Series {
  return someSeries('wait', [someLine('all', 'hours', values)])
}

export function someArrivals(
  values: Values,
  basis: 'whole-week' | 'summed' | 'partial-week' = 'whole-week',
): Series {
  return someSeries('arrivals', [someLine('ci', 'tankers', values, basis)])
}

export function countIn(svg: string, pattern: RegExp): number {
  return [...svg.matchAll(pattern)].length
}

/** All text of a picture, its lines joined. */
export function saidIn(svg: string): string {
  return svg
    .replaceAll('</text>', ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
}
