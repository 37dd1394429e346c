import 'leaflet/dist/leaflet.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { CircleMarker, MapContainer, Polyline, Popup } from 'react-leaflet'
import { Chart } from './chart.jsx'
import { COLOURS, NAMES, ROUTES } from './data.js'

const rows = await (await fetch('/data.json')).json()
const posts = ROUTES.flat().filter((_, nth) => nth % 6 === 0)
const WINDOW = 182

/** A map, two charts, a table, and a step of a day: the least that does what ours does. */
function Dashboard() {
  const [last, setLast] = useState(rows.length)
  const shown = rows.slice(last - WINDOW, last)
  const day = shown.at(-1)
  return (
    <main>
      <p id="figure">
        {new Date(day.day).toISOString().slice(0, 10)}: {day.Diesel} and {day.Petrol}
      </p>
      <button id="back" onClick={() => setLast(last - 1)}>
        Back one day
      </button>
      <MapContainer id="map" center={[10.5, -9.5]} zoom={6} zoomAnimation={false}>
        {ROUTES.map((route, nth) => (
          <Polyline key={nth} positions={route} pathOptions={{ color: COLOURS[nth] }} />
        ))}
        {posts.map((post, nth) => (
          <CircleMarker key={nth} center={post} radius={3 + ((last + nth) % 5)}>
            <Popup>Post {nth}</Popup>
          </CircleMarker>
        ))}
      </MapContainer>
      {NAMES.slice(0, 2).map((name) => (
        <div className="chart" key={name}>
          <Chart rows={shown} names={[name]} />
        </div>
      ))}
      <table>
        <tbody>
          {shown.slice(-20).map((row) => (
            <tr key={row.day}>
              <td>{new Date(row.day).toISOString().slice(0, 10)}</td>
              <td>{row.Diesel}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}

createRoot(document.getElementById('app')).render(<Dashboard />)
