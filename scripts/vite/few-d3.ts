import type { Plugin } from 'vite'

/**
 * What Recharts looks up by name, so that a bundler must keep all of it: scales with d3's colours and formats of time,
 * a dozen curves, ways to stack, signs. Our axes are numbers and bands, our lines straight or steps, and bars and
 * points are our own: the rest, some ten kilobytes, never reaches the reader.
 */
const GIVEN: Record<string, string> = {
  'victory-vendor/d3-scale': `export { scaleBand, scaleLinear, scalePoint } from 'd3-scale'`,
  'victory-vendor/d3-shape': [
    namedAfter('curveLinear', [
      'curveBasis',
      'curveBasisClosed',
      'curveBasisOpen',
      'curveBumpX',
      'curveBumpY',
      'curveLinearClosed',
      'curveMonotoneX',
      'curveMonotoneY',
      'curveNatural',
    ]),
    namedAfter('stackOffsetNone', [
      'stackOffsetExpand',
      'stackOffsetSilhouette',
      'stackOffsetWiggle',
    ]),
    namedAfter('symbolCircle', [
      'symbolCross',
      'symbolDiamond',
      'symbolSquare',
      'symbolStar',
      'symbolTriangle',
      'symbolWye',
    ]),
    `export { area, curveStep, curveStepAfter, curveStepBefore, line, stack, stackOrderNone, symbol } from 'd3-shape'`,
  ].join('\n'),
}

/** One of d3's parts under the names of those that we never ask for. */
function namedAfter(kept: string, others: string[]): string {
  return `export { ${[kept, ...others.map((other) => `${kept} as ${other}`)].join(', ')} } from 'd3-shape'`
}

export function fewD3(): Plugin {
  return {
    name: 'jauge-few-d3',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id in GIVEN ? `\0few ${id}` : null),
    load: (id) => GIVEN[id.replace('\0few ', '')] ?? null,
  }
}
