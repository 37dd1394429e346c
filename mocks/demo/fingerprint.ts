import { simulate } from '#mocks/simulator/simulate.ts'
import { CLOCK_STARTS } from '#mocks/simulator/simulation.ts'
import type { SimulationParts } from '#mocks/simulator/simulation.ts'

/**
 * SHA-256 of the history's drafts as JSON, one a line, in the order of their receipt. It is simulated anew for that, so
 * that nobody has to keep it. Null where there is no cryptography: browsers have it on HTTPS and on the machine itself.
 */
export async function historyFingerprint(parts: SimulationParts): Promise<string | null> {
  if (crypto.subtle === undefined) return null
  // Tens of megabytes: outside of the heap, and never one string.
  const lines = simulate(parts)
    .advance(CLOCK_STARTS)
    .map(({ drafts }) => new Blob(drafts.map((draft) => `${JSON.stringify(draft)}\n`)))
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(lines).arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
