import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import type { Scenario } from '#mocks/simulator/scenario.ts'

/** Simulated seconds a second: stands still, as it is, a minute, ten minutes, an hour. */
export const SPEEDS = [0, 1, 60, 600, 3600] as const
export type Speed = (typeof SPEEDS)[number]

/** Roles that the demo can be looked at with. */
export const DEMO_ROLES = ['public', 'partner', 'analyst'] as const satisfies readonly Role[]
export type DemoRole = (typeof DEMO_ROLES)[number]

/** Which simulated country: the same two make the same one. */
export type Country = { scenario: Scenario; seed: number }

/** What a demo shows when its address says nothing. */
export const DEMO_DEFAULTS = { scenario: 'blockade', seed: 1, role: 'public' } as const

export type DemoState = Country & {
  role: DemoRole
  speed: Speed
  /** The simulated clock, UTC. */
  now: Instant
  /** Reports received so far, revisions not counted. */
  reports: number
  /** Changes whenever what the API answers may have changed. */
  version: number
  /** How the API is reached: through a service worker, or within this page where there can be none. */
  through: 'service-worker' | 'page'
}

/** The simulated deployment as the page handles it; its server and its clock live in a worker of their own. */
export type Demo = {
  state: () => DemoState
  /** Calls `listener` after each change of the state; gives what ends that. */
  subscribe: (listener: () => void) => () => void
  setSpeed: (speed: Speed) => void
  setRole: (role: DemoRole) => void
  /** SHA-256 of the history's drafts, in hexadecimal: the same for the same scenario and seed on every machine. */
  fingerprint: () => Promise<string>
}
