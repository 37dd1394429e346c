import type { RecordState, Window } from './situation.ts'
import { addDays, isoWeekOf } from './time.ts'
import type { Day, Instant } from './time.ts'
import type { View } from './view.ts'

/** Length of the window when nobody chose one: long enough to hold the whole blockade of autumn 2025. */
const DEFAULT_WEEKS = 28

/**
 * Decides what a View leaves open. The window ends on the last day with an eligible report, not today: a screen
 * that opened on months of silence would look calm. `today` is used only while the record is empty.
 */
export function resolveWindow(
  view: View,
  record: RecordState,
  { vintage, today }: { vintage: Instant | null; today: Day },
): Window {
  const { lastEligible } = record
  const isSilent = lastEligible === null || (view.from !== undefined && view.from > lastEligible)
  const end = isSilent ? today : lastEligible
  // Looking at a day of the crisis must not cut the window off there; a day outside it brings its own.
  const isInside = view.at === undefined || (view.at >= beginning(end) && view.at <= end)
  const to = view.to ?? (isInside || view.from !== undefined ? end : view.at) ?? end
  const from = view.from ?? beginning(to)
  const latest = lastEligible !== null && lastEligible < to ? lastEligible : to
  return {
    from,
    to,
    at: view.at ?? (latest < from ? to : latest),
    known: view.known ?? null,
    vintage: view.vintage ?? vintage,
  }
}

function beginning(to: Day): Day {
  return isoWeekOf(addDays(to, -7 * DEFAULT_WEEKS)).from
}
