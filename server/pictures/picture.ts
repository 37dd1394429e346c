import { Resvg } from '@resvg/resvg-js'
import { FONT_FILES } from './fonts.ts'

/** Picture pixels for each pixel of the drawing: once for a page, twice for a sharp screen or for print. */
export type Scale = 1 | 2

/**
 * A picture of its own (`standalone`) as PNG. Its text is set in the bundled fonts and in no other, so that it looks
 * the same on every server.
 */
export function toPng(svg: string, scale: Scale): Uint8Array<ArrayBuffer> {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: Object.values(FONT_FILES),
      loadSystemFonts: false,
      defaultFontFamily: 'Noto Sans',
    },
    // A picture that fetches something is none of ours.
    dpi: 96,
  }).render()
  return new Uint8Array(drawn.asPng())
}
