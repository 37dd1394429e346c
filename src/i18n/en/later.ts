import charts from './charts.json'
import record from './record.json'
import screen from './screen.json'

/** Words of all that stands around the map, fetched after it. */
export const later = { ...charts, ...record, ...screen }
