import type { Credibility } from '#domain/admiralty.ts'
import type { Position } from '#domain/position.ts'
import type { ReportBody } from '#domain/report.ts'
import type { Draft } from '#server/store/store.ts'
import { instantText } from '#mocks/simulator/calendar.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { noteOn } from './notes.ts'
import type { Reporter } from './people.ts'

/** Who saw it, at which minute, and at which minute we were told. */
export type Seen = { reporter: Reporter; minute: number; reachedUs: number }

/** What somebody in a town says of what he sees: not checked yet, and for those who need it. */
export function fieldDraft(
  body: ReportBody,
  position: Position,
  { reporter, minute, reachedUs }: Seen,
  dice: Dice,
): Draft {
  return {
    id: dice.uuid(),
    observedAt: instantText(minute),
    observedUntil: null,
    precision: 'minute',
    publishedAt: instantText(reachedUs),
    publishedAssumed: false,
    position,
    corridor: null,
    source: reporter.source,
    reliability: reporter.reliability,
    credibility: credibilityOf(reporter, dice),
    review: 'unreviewed',
    sensitivity: 'restricted',
    event: null,
    note: noteOn(body.kind, dice),
    reporter: reporter.pseudonym,
    body,
  }
}

/** Trained staff are believed more than neighbours, and nobody has been checked by a second source yet. */
function credibilityOf({ reliability }: Reporter, dice: Dice): Credibility {
  const luck = dice.unit()
  if (reliability === 'A' || reliability === 'B') return luck < 0.12 ? 1 : luck < 0.8 ? 2 : 3
  if (reliability === 'C') return luck < 0.3 ? 2 : luck < 0.82 ? 3 : luck < 0.94 ? 6 : 4
  if (reliability === 'D') return luck < 0.6 ? 3 : luck < 0.85 ? 6 : 4
  return 6
}
