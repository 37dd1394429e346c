import type { Area } from './scales.ts'

/** Width of a bold character as part of its height. */
const CHARACTER = 0.62
const [SMALLEST, LARGEST] = [11, 24]

/**
 * Says in the picture itself that its data are simulated, so that a picture of the plot alone says it too. Over the
 * data and seen through: under them a tall bar would hide it.
 */
export function Watermark({ mark, area }: { mark: string; area: Area }) {
  const [width, height] = [area.right - area.left, area.bottom - area.top]
  const wide = (width * 0.7) / (mark.length * CHARACTER)
  const size = Math.max(SMALLEST, Math.min(LARGEST, wide, height * 0.5))
  return (
    <text
      x={area.left + width / 2}
      y={area.top + height / 2 + size / 3}
      textAnchor="middle"
      fontSize={size}
      fontWeight={700}
      fill="var(--ink)"
      fillOpacity={0.22}
      pointerEvents="none"
    >
      {mark}
    </text>
  )
}
