import type { RecordState, Window } from '#domain/situation.ts'
import { addDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'

/** The blockade was announced on 3 or 4 September 2025; the week before shows what it changed. */
const CRISIS_FROM: Day = '2025-08-25'

export const PRESETS = ['month', 'quarter', 'crisis', 'record'] as const
export type Preset = (typeof PRESETS)[number]

/** The days a preset shows. The short ones end at the moment shown, the long ones where the record does. */
export function presetPeriod(preset: Preset, { at, to }: Window, record: RecordState): Period {
  const end = record.lastEligible ?? to
  switch (preset) {
    case 'month':
      return { from: addDays(at, -27), to: at }
    case 'quarter':
      return { from: addDays(at, -89), to: at }
    case 'crisis':
      return { from: CRISIS_FROM, to: end < CRISIS_FROM ? CRISIS_FROM : end }
    case 'record':
      return { from: record.first ?? CRISIS_FROM, to: record.lastAny ?? end }
  }
}

/** The moment kept inside a new window: moved to its nearest end when it would fall outside. */
export function momentWithin(at: Day, { from, to }: Period): Day {
  if (at < from) return from
  return at > to ? to : at
}
