import type { Problem } from './problem.ts'

/**
 * Why a question got no answer.
 * - `network`: nothing came back, `offline` when the device says that it has no line
 * - `timeout`: no answer within the time given, in seconds
 * - `problem`: the API refused, and says why in the reader's language
 * - `off-contract`: an answer came that is not what was agreed; showing it could mislead
 * - `other-data`: simulated data were answered where real ones are shown (`isDemo`), or the other way round
 */
export type Failure =
  | { kind: 'network'; offline: boolean }
  | { kind: 'timeout'; seconds: number }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'off-contract'; path: string; reason: string }
  | { kind: 'other-data'; isDemo: boolean }

/** The error every query fails with, so that a screen can say what happened instead of "error". */
export class ApiFailure extends Error {
  override name = 'ApiFailure'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.title : failure.kind)
    this.failure = failure
  }
}
