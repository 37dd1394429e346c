import type { Axis } from '#domain/corridor.ts'
import type { Day } from '#domain/time.ts'
import type { Scenario } from '#mocks/simulator/scenario.ts'
import { dayIndex } from '#mocks/simulator/calendar.ts'

/** How one way in is travelled from some day on. */
export type Traffic = {
  /** What importers order and drivers agree to carry, as a share of the usual. */
  loading: number
  /** Share of the lorries at the border that go on without waiting for an escort. */
  alone: number
  /** Escorted convoys a week, and the tankers in one. */
  escorts: number
  tankers: number
  /** Danger on the road: 1 is the worst of the autumn, 0.01 a quiet year. */
  hazard: number
}

/** What changes from one day on; the rest goes on as it was. */
type Change = Partial<Record<Axis, readonly [...flow: number[]]>> & {
  from: Day
  /** Share of the days on which lorries get from Bamako to Mopti. */
  inland?: number
  /** How far an escort lowers the danger: 0 not at all, 1 to nothing. */
  shelter?: number
  /** How much more people fill up on the news, fading over a fortnight; 0.5 is half as much again. */
  alarm?: number
}

export type Turn = {
  day: number
  traffic: Record<Axis, Traffic>
  inland: number
  shelter: number
  alarm: number
}

/** Tankers a week by each way in while nothing hinders them: together about 5,000 a month. */
export const USUAL_TANKERS_A_WEEK: Record<Axis, number> = { ci: 520, sn: 560, gn: 60, ne: 30 }

const QUIET = [1, 1, 0, 0, 0.008] as const
const BEGINNING: Change = {
  from: '2025-02-03',
  ci: QUIET,
  sn: QUIET,
  gn: [1, 1, 0, 0, 0.003],
  ne: [1, 1, 0, 0, 0.02],
  inland: 0.95,
  shelter: 0.5,
}

/** Loading, alone, escorts a week, tankers an escort, hazard. */
const CHANGES: Record<Scenario, readonly Change[]> = {
  blockade: [
    {
      from: '2025-09-03',
      ci: [0.6, 0.3, 0.5, 60, 0.7],
      sn: [0.5, 0.12, 0.8, 80, 1],
      gn: [0.9, 0.8, 0, 0, 0.08],
      ne: [0.5, 0.3, 0.2, 25, 0.3],
      inland: 0.6,
      alarm: 0.35,
    },
    {
      from: '2025-09-20',
      ci: [0.55, 0.1, 0.7, 90, 1],
      sn: [0.4, 0.06, 0.5, 80, 1],
      inland: 0.25,
    },
    {
      from: '2025-10-05',
      ci: [0.6, 0.04, 1, 280, 0.9],
      sn: [0.4, 0.05, 0.5, 60, 0.9],
      inland: 0.08,
      alarm: 0.5,
    },
    {
      from: '2025-10-23',
      ci: [0.5, 0.02, 0.8, 100, 1],
      sn: [0.35, 0.03, 0.5, 70, 1],
      gn: [0.8, 0.6, 0, 0, 0.1],
      inland: 0.03,
      alarm: 0.6,
    },
    {
      from: '2025-11-10',
      ci: [0.8, 0.05, 3.2, 150, 0.35],
      sn: [0.6, 0.05, 1, 120, 0.5],
      gn: [1, 0.9, 0, 0, 0.05],
      ne: [0.6, 0.3, 0.3, 60, 0.3],
      inland: 0.12,
    },
    {
      from: '2025-12-02',
      ci: [0.75, 0.05, 1.3, 120, 0.8],
      sn: [0.5, 0.05, 0.6, 90, 0.8],
      inland: 0.2,
      alarm: 0.25,
    },
    {
      from: '2025-12-21',
      ci: [0.8, 0.08, 2.6, 130, 0.4],
      sn: [0.6, 0.05, 1, 100, 0.5],
      inland: 0.25,
    },
    {
      from: '2026-01-10',
      ci: [1.15, 0.1, 4, 150, 0.2],
      sn: [0.7, 0.05, 1.9, 120, 0.35],
      gn: [1, 0.9, 0, 0, 0.03],
      inland: 0.6,
    },
    { from: '2026-01-30', ci: [1, 0.12, 4.6, 155, 0.2], sn: [0.25, 0, 0, 0, 0.6], inland: 0.6 },
    { from: '2026-02-12', sn: [0.6, 0.05, 1.6, 120, 0.35] },
    {
      from: '2026-03-04',
      ci: [0.8, 0.05, 2.2, 130, 0.5],
      sn: [0.5, 0.05, 1, 100, 0.5],
      alarm: 0.2,
    },
    { from: '2026-03-24', ci: [1, 0.2, 4, 150, 0.2], sn: [0.7, 0.1, 2, 120, 0.3] },
    { from: '2026-07-01', ci: [1, 0.4, 4, 120, 0.15], sn: [0.8, 0.2, 2.5, 110, 0.25], inland: 0.8 },
  ],
  calm: [],
  'senegal-axis-cut': [
    { from: '2025-09-03', sn: [0.6, 0.2, 0.8, 70, 1], alarm: 0.2 },
    {
      from: '2025-09-22',
      sn: [0.15, 0.02, 0.2, 50, 1],
      ci: [0.9, 0.5, 0.8, 90, 0.1],
      gn: [1.2, 1, 0, 0, 0.01],
      alarm: 0.4,
    },
    {
      from: '2025-11-08',
      sn: [0.2, 0.02, 0.35, 60, 0.9],
      ci: [1.25, 0.7, 2, 110, 0.06],
      gn: [1.8, 1, 0, 0, 0.01],
    },
    { from: '2026-03-01', sn: [0.4, 0.05, 1, 90, 0.6] },
  ],
  'escort-holds': [
    {
      from: '2025-09-03',
      ci: [0.6, 0.12, 1.3, 90, 0.8],
      sn: [0.5, 0.08, 1.3, 90, 0.9],
      gn: [1, 0.9, 0, 0, 0.05],
      inland: 0.6,
      shelter: 0.85,
      alarm: 0.3,
    },
    {
      from: '2025-10-06',
      ci: [0.85, 0.1, 3, 110, 0.7],
      sn: [0.8, 0.08, 2.8, 100, 0.7],
      inland: 0.75,
      shelter: 0.9,
    },
    { from: '2025-12-15', ci: [0.95, 0.2, 3.6, 120, 0.5], sn: [0.9, 0.15, 3.4, 110, 0.5] },
  ],
}

/** The turns of a scenario, by day. */
export function turnsOf(scenario: Scenario): readonly Turn[] {
  let before: Turn | null = null
  return [BEGINNING, ...CHANGES[scenario]].map((change) => {
    const flow = (axis: Axis): Traffic => {
      const [loading = 1, alone = 1, escorts = 0, tankers = 0, hazard = 0] = change[axis] ?? []
      if (change[axis] || before === null) return { loading, alone, escorts, tankers, hazard }
      return before.traffic[axis]
    }
    const turn: Turn = {
      day: dayIndex(change.from),
      traffic: { ci: flow('ci'), sn: flow('sn'), gn: flow('gn'), ne: flow('ne') },
      inland: change.inland ?? before?.inland ?? 1,
      shelter: change.shelter ?? before?.shelter ?? 0,
      alarm: change.alarm ?? 0,
    }
    before = turn
    return turn
  })
}
