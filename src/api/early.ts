/** What the page's first script has made ready (src/first-map.ts), by name. */
type Early = Record<string, unknown>

const at = globalThis as { jaugeEarly?: Early }

/** Leaves what is ready, or under way, to whoever takes it. */
export function leaveEarly(early: Early): void {
  at.jaugeEarly = early
}

/** What was left under a name, once: who asks again, as after a failure, asks the server. Undefined where nothing was. */
export function takeEarly(name: string): unknown {
  const taken = at.jaugeEarly?.[name]
  delete at.jaugeEarly?.[name]
  return taken
}
