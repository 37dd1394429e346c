import type { Instant } from '#domain/time.ts'
import type { Scenario } from '#mocks/simulator/scenario.ts'
import type { DemoRole, Speed } from './demo.ts'
import type { GeographyFiles } from './geography-files.ts'

/** What a deployment is made of. */
export type Start = {
  scenario: Scenario
  seed: number
  role: DemoRole
  speed: Speed
  geography: GeographyFiles
  /** The path that the demo stands under, with no slash at its end. */
  root: string
  /** Address of the script in its frames; null where nothing is built. */
  script: string | null
  /** How far the country lives on before it first answers; absent: to where the clock begins. */
  until?: Instant
}

/** What the page asks of the worker that holds the deployment. */
export type ToWorker =
  | ({ kind: 'start' } & Start)
  | { kind: 'ask'; id: number; request: Asked }
  | { kind: 'drop'; id: number }
  | { kind: 'speed'; speed: Speed }
  | { kind: 'role'; role: DemoRole }
  /** Nobody looks at the page: its clock waits. */
  | { kind: 'watched'; watched: boolean }
  | { kind: 'fingerprint'; id: number }

export type FromWorker =
  | { kind: 'state'; state: Told }
  /** The deployment cannot begin, or cannot go on. */
  | { kind: 'failed'; reason: string }
  | { kind: 'answer'; id: number; answer: Answered }
  | { kind: 'fingerprint'; id: number; fingerprint: string | null }

/** What only the worker knows of the state. */
export type Told = { now: Instant; reports: number; version: number }

/** A request, as far as it can be handed over. `url` is below the demo's base: the API stands at "/api/v1". */
export type Asked = {
  method: string
  url: string
  headers: [name: string, value: string][]
  body: string | null
}

export type Answered = {
  status: number
  headers: [name: string, value: string][]
  body: ArrayBuffer | null
}
