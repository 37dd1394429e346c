import domain from './domain.json'
import map from './map.json'
import screen from './screen.json'

/** Words of the screen that nothing needs before the first paint. */
export const detail = { ...domain, ...map, ...screen }
