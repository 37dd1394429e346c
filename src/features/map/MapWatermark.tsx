import { useId } from 'react'
import styles from './map.module.css'

/** Room for one mark; the rows are set against one another, so that whatever is cut out of the map holds one whole. */
const [WIDTH, HEIGHT] = [300, 132]

/** Says all over the map that what lies on it is simulated. It stays put while the map is moved beneath it. */
export function MapWatermark({ mark }: { mark: string }) {
  const id = useId()
  const text = { textAnchor: 'middle', transform: 'rotate(-16)' } as const
  return (
    <svg className={styles['watermark']} aria-hidden="true">
      <pattern id={id} width={WIDTH} height={HEIGHT} patternUnits="userSpaceOnUse">
        <g transform={`translate(${WIDTH / 2} ${HEIGHT / 4})`}>
          <text {...text}>{mark}</text>
        </g>
        {[0, WIDTH].map((x) => (
          <g key={x} transform={`translate(${x} ${(HEIGHT * 3) / 4})`}>
            <text {...text}>{mark}</text>
          </g>
        ))}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
