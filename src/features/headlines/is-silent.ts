import type { RecordState } from '#domain/situation.ts'

/** A weekly bulletin comes a week apart: only a longer silence is worth a warning. */
const QUIET_DAYS = 8

/** True when the record has been silent so long that the screen must say so. An empty record is silent. */
export function isSilent({ daysSilent }: Pick<RecordState, 'daysSilent'>): boolean {
  return daysSilent === null || daysSilent > QUIET_DAYS
}
