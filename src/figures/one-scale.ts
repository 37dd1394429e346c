import type { Panel } from './figure.ts'

/**
 * Two panels that face each other across one zero line must have one scale, or fifty burned tankers would
 * look like five hundred arrived. Stretches the tops so that a pixel is worth the same in both.
 */
export function onOneScale(
  up: Panel,
  down: Panel,
  upHeight: number,
  downHeight: number,
): [Panel, Panel] {
  const perPixel = Math.max(up.top / upHeight, down.top / downHeight)
  return [
    { ...up, top: perPixel * upHeight },
    { ...down, top: perPixel * downHeight },
  ]
}
