import { renderAsync } from '@resvg/resvg-js'
import { FONT_FILES } from './fonts.ts'

/** Picture pixels for each pixel of the drawing: once for a page, twice for a sharp screen or for print. */
export type Scale = 1 | 2

/**
 * A picture of its own (`standalone`) as PNG. Its text is set in the bundled fonts and in no other, so that it looks
 * the same on every server; it is drawn beside the thread that answers others. A drawing that holds another picture
 * is refused: its address could name a file.
 */
export async function toPng(svg: string, scale: Scale): Promise<Uint8Array<ArrayBuffer>> {
  if (/<(?:image|feImage)\b/.test(svg)) throw new Error('No drawing of ours holds a picture.')
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: Object.values(FONT_FILES),
      loadSystemFonts: false,
      defaultFontFamily: 'Noto Sans',
    },
  })
  return new Uint8Array(drawn.asPng())
}
