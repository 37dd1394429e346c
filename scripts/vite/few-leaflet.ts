import type { Plugin } from 'vite'

/** Classes that nothing here makes: unless somebody names one, it may go. */
const SPARED = [
  'Zoom',
  'Attribution',
  'Layers',
  'Scale',
  'LayerGroup',
  'FeatureGroup',
  'Icon',
  'IconDefault',
  'MarkerDrag',
  'Marker',
  'Path',
  'CircleMarker',
  'Circle',
  'Polyline',
  'Polygon',
  'GeoJSON',
  'ImageOverlay',
  'VideoOverlay',
  'SVGOverlay',
  'Tooltip',
  'DivIcon',
  'TileLayerWMS',
  'Renderer',
  'Canvas',
  'SVG',
  'Rectangle',
]

/** A block at the outermost level that begins with this line and holds this text. */
const block = (opening: string, inside: string) =>
  new RegExp(`^${opening}\\{\\n(?:(?!^\\}\\);).*\\n)*?.*${inside}[^]*?^\\}\\);\\n`, 'm')

/** Where Leaflet names them itself: as parts of others, as a choice that we never make, as what every layer can do. */
const NAMINGS: [naming: string | RegExp, instead: string][] = [
  ['Control.Layers = Layers;\n', ''],
  ['Control.Zoom = Zoom;\n', ''],
  ['Control.Scale = Scale;\n', ''],
  ['Control.Attribution = Attribution;\n', ''],
  ['control.layers = layers;\n', ''],
  ['control.zoom = zoom;\n', ''],
  ['control.scale = scale;\n', ''],
  ['control.attribution = attribution;\n', ''],
  ['Icon.Default = IconDefault;\n', ''],
  ['TileLayer.WMS = TileLayerWMS;\n', ''],
  ['tileLayer.wms = tileLayerWMS;\n', ''],
  ['SVG.include(vmlMixin);', ''],
  ['var vmlCreate = (function', 'var vmlCreate = /*@__PURE__*/ (function'],
  [/this\._source instanceof Path/g, 'false'],
  ['source instanceof FeatureGroup', 'false'],
  [/^(Marker|Circle|CircleMarker)\.include\(PointToGeoJSON\);\n/gm, ''],
  [/^(Polyline|SVG|GeoJSON)\.\w+ = \w+;\n/gm, ''],
  [/^(Polyline|Polygon|LayerGroup)\.include\(\{\n(?:(?!^\}\);).*\n)*\}\);\n/gm, ''],
  [
    /^Map\.addInitHook\(function \(\) \{\n\tif \(this\.options\.(zoom|attribution)Control\)[^]*?^\}\);\n/gm,
    '',
  ],
  [block('Map\\.include\\(', 'getRenderer: function'), ''],
  [block('Map\\.include\\(', 'openTooltip: function'), ''],
  [block('Layer\\.include\\(', 'bindTooltip: function'), ''],
  [block('Layer\\.include\\(', 'bindPopup: function'), ''],
]

/**
 * Leaflet is one module whose classes add to each other as it loads, so that a bundler must keep all of them. Ours is a map of
 * tiles and popups, with canvases and marks of our own: the rest never reaches the reader. Throws when a newer Leaflet
 * is written otherwise.
 */
export function lightened(code: string): string {
  const without = NAMINGS.reduce(
    (text, [naming, instead]) => replaced(text, naming, instead),
    // Some of its lines end as they do on Windows.
    code.replaceAll('\r\n', '\n'),
  )
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
