import charts from './charts.json'
import domain from './domain.json'
import map from './map.json'
import method from './method.json'

/** Words that nothing needs before the first paint. */
export const detail = { ...charts, ...domain, ...map, ...method }
