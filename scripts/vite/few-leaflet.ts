import type { Plugin } from 'vite'

/** Classes that nothing here makes: unless somebody names one, it may go. */
const SPARED = [
  'Layers',
  'Scale',
  'ImageOverlay',
  'VideoOverlay',
  'SVGOverlay',
  'Tooltip',
  'TileLayerWMS',
  'Canvas',
  'Rectangle',
]

/** Where Leaflet names them itself: as parts of others, as a choice that we never make, as what every layer can do. */
const NAMINGS: [naming: string | RegExp, instead: string][] = [
  ['Control.Layers = Layers;\n', ''],
  ['Control.Scale = Scale;\n', ''],
  ['control.layers = layers;\n', ''],
  ['control.scale = scale;\n', ''],
  ['TileLayer.WMS = TileLayerWMS;\n', ''],
  ['tileLayer.wms = tileLayerWMS;\n', ''],
  ['(this.options.preferCanvas && canvas(options)) || svg(options)', 'svg(options)'],
  [/^Map\.include\(\{\n(?:(?!^\}\);).*\n)*?.*openTooltip: function[^]*?^\}\);\n/m, ''],
  [/^Layer\.include\(\{\n(?:(?!^\}\);).*\n)*?.*bindTooltip: function[^]*?^\}\);\n/m, ''],
]

/**
 * Leaflet is one module whose classes add to each other as it loads, so that a bundler must keep all of them. Ours is a map of
 * paths, marks and popups: the rest, close to five kilobytes, never reaches the reader. Throws when a newer Leaflet
 * is written otherwise.
 */
export function lightened(code: string): string {
  const without = NAMINGS.reduce((text, [naming, instead]) => replaced(text, naming, instead), code)
  return SPARED.reduce(
    (text, name) =>
      replaced(
        text,
        new RegExp(`^var ${name} = (\\w+\\.extend\\()`, 'm'),
        `var ${name} = /*@__PURE__*/ $1`,
      ),
    without,
  )
}

function replaced(text: string, what: string | RegExp, instead: string): string {
  const next = text.replace(what, instead)
  if (next === text) throw new Error(`Leaflet has no ${what} any more: see few-leaflet.ts`)
  return next
}

export function fewLeaflet(): Plugin {
  return {
    name: 'jauge-few-leaflet',
    apply: 'build',
    transform: (code, id) =>
      id.endsWith('/leaflet-src.esm.js') ? { code: lightened(code), map: null } : null,
  }
}
