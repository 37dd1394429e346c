import type { Plugin } from 'vite'

const ASKED = 'victory-vendor/d3-scale'
const GIVEN = '\0few-scales'

/**
 * Recharts looks scales up by name, so that a bundler must keep every one, with d3's colours and its formats of
 * time. Our axes are numbers and bands: the rest, some seven kilobytes, never reaches the reader.
 */
export function fewScales(): Plugin {
  return {
    name: 'jauge-few-scales',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === ASKED ? GIVEN : null),
    load: (id) =>
      id === GIVEN ? `export { scaleBand, scaleLinear, scalePoint } from 'd3-scale'` : null,
  }
}
