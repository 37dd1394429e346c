/**
 * What the page's first script (src/first-map.ts) has made ready before this one ran, by name, and as the release brings it.
 * Empty where there was no such script.
 */
export const early = (globalThis as { jaugeEarly?: Record<string, unknown> }).jaugeEarly ?? {}
