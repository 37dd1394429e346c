import domain from './domain.json'
import map from './map.json'

/** Words that the map needs, and nothing before it. */
export const detail = { ...domain, ...map }
