import { DEMO_DEFAULTS as DEFAULTS, DEMO_ROLES } from '#mocks/demo/demo.ts'
import type { Country, DemoRole } from '#mocks/demo/demo.ts'
import { SCENARIOS } from '#mocks/simulator/scenario.ts'

/** Seeds are whole numbers of 32 bits. */
export const GREATEST_SEED = 0xffff_ffff

/** True for what is written as a seed. */
export function isSeed(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= GREATEST_SEED
}

export type Asked = Country & { role: DemoRole }

/** Reads which demo an address asks for; what does not fit falls to its default. */
export function askedIn(search: string): Asked {
  const asked = new URLSearchParams(search)
  const seed = asked.get('seed') ?? ''
  return {
    scenario: SCENARIOS.find((each) => each === asked.get('scenario')) ?? DEFAULTS.scenario,
    seed: isSeed(seed) ? Number(seed) : DEFAULTS.seed,
    role: DEMO_ROLES.find((each) => each === asked.get('role')) ?? DEFAULTS.role,
  }
}

/** The address, asking for `role`; as short as it can be. */
export function withRole(address: URL, role: DemoRole): URL {
  const next = new URL(address)
  if (role === DEFAULTS.role) next.searchParams.delete('role')
  else next.searchParams.set('role', role)
  return next
}
