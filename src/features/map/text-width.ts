import { fontFamily } from './palette.ts'

let context: CanvasRenderingContext2D | null | undefined
const widths = new Map<string, number>()

/** Width in pixels of a text in the font of the page, as `"600 12px"`. Where nothing can measure, an estimate. */
export function textWidth(text: string, font: string): number {
  const key = font + text
  const known = widths.get(key)
  if (known !== undefined) return known
  context ??= document.createElement('canvas').getContext('2d')
  if (context) context.font = `${font} ${fontFamily()}`
  const width = Math.ceil(context?.measureText(text).width ?? text.length * 7)
  widths.set(key, width)
  return width
}
