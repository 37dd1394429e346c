import domain from './domain.json'
import map from './map.json'

/** Words of the screen that nothing needs before the first paint. */
export const detail = { ...domain, ...map }
