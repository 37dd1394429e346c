import figures from './embed.json'
import studio from './studio.json'

/** Words of what leaves the product, and of the studio that makes it. */
export const embed = { ...figures, ...studio }
