/** Marks what lies on the map without moving with it, for lettering to keep clear of. */
export const OVER_MAP = { 'data-over-map': '' } as const
