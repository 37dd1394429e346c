import { Map, Polyline } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { COLOURS, ROUTES } from './data.js'

const map = new Map('app', { zoomAnimation: false }).setView([10.5, -9.5], 6)
for (const [nth, route] of ROUTES.entries()) new Polyline(route, { color: COLOURS[nth] }).addTo(map)
