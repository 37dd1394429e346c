import { usePlotArea } from 'recharts'

/** Width of a bold character as part of its height. */
const CHARACTER = 0.62
const [SMALLEST, LARGEST] = [11, 24]

/**
 * Says in the picture itself that its data are simulated, so that a picture of the plot alone says it too. Over the
 * data and seen through: under them a tall bar would hide it.
 */
export function Watermark({ mark }: { mark: string }) {
  const area = usePlotArea()
  if (!area) return null
  const wide = (area.width * 0.7) / (mark.length * CHARACTER)
  const size = Math.max(SMALLEST, Math.min(LARGEST, wide, area.height * 0.5))
  return (
    <text
      x={area.x + area.width / 2}
      y={area.y + area.height / 2 + size / 3}
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
