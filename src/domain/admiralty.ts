import * as z from 'zod/mini'
import { byText } from './by-text.ts'

/** Reliability of the source, NATO/Admiralty code: A completely reliable … E unreliable, F cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])
export type Reliability = z.infer<typeof Reliability>

/** Credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged (which is not the worst). */
export const Credibility = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
])
export type Credibility = z.infer<typeof Credibility>

/** The two axes, which are judged apart. */
export type Judged = { reliability: Reliability; credibility: Credibility }

/** "B2": how analysts read the code aloud. */
export function admiraltyCode({ reliability, credibility }: Judged): string {
  return `${reliability}${credibility}`
}

/** A claim is kept and shown as one, but stays out of every headline figure and range (credibility 4 and 5). */
export function isClaim({ credibility }: Judged): boolean {
  return credibility === 4 || credibility === 5
}

/** May carry a headline figure: credibility 1–3, and 6 from sources graded A–C. */
export function isEligible({ reliability, credibility }: Judged): boolean {
  if (credibility <= 3) return true
  return credibility === 6 && ['A', 'B', 'C'].includes(reliability)
}

/** Orders the better judged first: credibility decides, then reliability. 6 and F, "not judged", sort last. */
export function byJudgement(a: Judged, b: Judged): number {
  return a.credibility - b.credibility || byText(a.reliability, b.reliability)
}
