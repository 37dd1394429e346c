import { Point } from 'leaflet'
import { useMemo } from 'react'
import { Pane, TileLayer } from 'react-leaflet'

const SIZE = new Point(300, 132)

/**
 * Says all over the map that what lies on it is simulated: as tiles, so that no cut-out is without it however the map is
 * moved. Over every mark, and under the popups, which have it written in them.
 */
export function MapWatermark({ mark }: { mark: string }) {
  const url = useMemo(() => tileOf(mark), [mark])
  return (
    <Pane name="watermark" style={{ zIndex: 690, pointerEvents: 'none' }}>
      <TileLayer url={url} tileSize={SIZE} />
    </Pane>
  )
}

/** Set twice, against one another. A picture knows no theme: its grey is legible on light and on dark. */
function tileOf(mark: string): string {
  const { x, y } = SIZE
  const text = (left: number, top: number) =>
    `<text transform="translate(${left} ${top}) rotate(-16)">${mark}</text>`
  const texts = text(x / 2, y / 4) + text(0, (y * 3) / 4) + text(x, (y * 3) / 4)
  const look = 'text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="15"'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${x}" height="${y}" fill="#808080" fill-opacity=".4" ${look}>${texts}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
