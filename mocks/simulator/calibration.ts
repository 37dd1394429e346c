import type { Atlas } from '#domain/atlas.ts'
import type { Day } from '#domain/time.ts'
import { dayIndex } from './calendar.ts'
import { makeCountry } from './country/country.ts'
import type { TruthOfDay } from './simulation.ts'
import { withStations } from './stations.ts'

/** One quantity of the public record, and where the simulator has to come out. */
export type Quantity = {
  name: string
  unit: string
  /** What the public record says, and by which of its rows. */
  record: string
  /** Both ends included. */
  band: readonly [low: number, high: number]
  /** NaN where nothing was there to be measured: it lies in no band. */
  measure(truth: readonly TruthOfDay[]): number
}

type Count = 'tankersArrived' | 'tankersLost' | 'litresArrived' | 'tankersDeparted'

const between = (truth: readonly TruthOfDay[], from: Day, to: Day) =>
  truth.filter(({ day }) => day >= from && day <= to)

const sumOf = (truth: readonly TruthOfDay[], count: Count) =>
  truth.reduce((total, day) => total + day[count], 0)

const coverOn = (truth: readonly TruthOfDay[], on: Day) =>
  middleOf(between(truth, on, on).map(({ coverDays }) => coverDays))

const aWeek = (truth: readonly TruthOfDay[], from: Day, to: Day) => {
  const days = between(truth, from, to)
  return (7 * sumOf(days, 'tankersArrived')) / days.length
}

function middleOf(values: readonly (number | null)[]): number {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** The largest middle value of any seven days in a row, of which at least one is known. */
function worstWeek(days: readonly TruthOfDay[], valueOf: (day: TruthOfDay) => number | null) {
  let worst = Number.NaN
  for (let first = 0; first + 7 <= days.length; first += 1) {
    const middle = middleOf(days.slice(first, first + 7).map(valueOf))
    if (!(middle <= worst) && !Number.isNaN(middle)) worst = middle
  }
  return worst
}

/**
 * What the scenario `blockade` is held to. The record's rows are those of `server/record/reported-facts.csv`, by day
 * and source; 46,000 litres stand for a tanker where it gives litres alone.
 */
export const QUANTITIES: readonly Quantity[] = [
  {
    name: 'Tankers a week before the blockade (10 Feb – 31 Aug 2025)',
    unit: 'tankers',
    record:
      'up to 6,000 a month = 1,385 (AP, 22 Jan 2026, B2); of which over 100 lorries a day by the Senegal road (17 Sept 2025, C3)',
    band: [1_050, 1_385],
    measure: (truth) => aWeek(truth, '2025-02-10', '2025-08-31'),
  },
  {
    name: 'Tankers a week, September and October 2025',
    unit: 'tankers',
    record:
      'customs: 53 and 78 million L = 327 (25 Nov 2025, C2); convoys of 300 (RFI, BBC, 7 Oct, B2) and 290 (13 Oct, C2)',
    band: [230, 450],
    measure: (truth) => aWeek(truth, '2025-09-01', '2025-10-31'),
  },
  {
    name: 'Tankers a week, 1–24 November 2025',
    unit: 'tankers',
    record:
      'customs: 117.3 million L = 744 (C2), at odds with stations dry up to the 24th; convoys of 16–19 (9 Nov, C3), 250 (22 Nov, C2)',
    band: [250, 744],
    measure: (truth) => aWeek(truth, '2025-11-01', '2025-11-24'),
  },
  {
    name: 'Tankers a week at relief (12 Jan – 1 Feb 2026)',
    unit: 'tankers',
    record: '875, 753 and 757 (trade ministry, C2, C2, C1)',
    band: [620, 950],
    measure: (truth) => aWeek(truth, '2026-01-12', '2026-02-01'),
  },
  {
    name: 'Share of tankers lost (3 Sept 2025 – 31 Jan 2026)',
    unit: '%',
    record:
      'over 130 destroyed (Bellingcat, 21 Jan 2026, B1), 300 claimed (C4), of some 9,000: 1.4–3.3 %',
    band: [1, 4.5],
    measure: (truth) => {
      const days = between(truth, '2025-09-03', '2026-01-31')
      const lost = sumOf(days, 'tankersLost')
      return (100 * lost) / (lost + sumOf(days, 'tankersArrived'))
    },
  },
  {
    name: 'Parallel ÷ official petrol price in Bamako, worst week of the autumn',
    unit: 'ratio',
    record: '2,000–3,000 F = 2.6–3.9 (13 Oct 2025, C2); 2,000 F (AFP, 29 Oct, C2)',
    band: [2.4, 4.2],
    measure: (truth) =>
      worstWeek(between(truth, '2025-10-06', '2025-11-30'), (day) => day.premiumBamako),
  },
  {
    name: 'The same at relief (12 Jan – 1 Feb 2026)',
    unit: 'ratio',
    record: '1,500–2,000 F = 1.9–2.6 (19 Jan 2026, C3)',
    band: [1.4, 2.6],
    measure: (truth) =>
      middleOf(between(truth, '2026-01-12', '2026-02-01').map((day) => day.premiumBamako)),
  },
  {
    name: 'Hours of wait in Bamako, worst week of the autumn',
    unit: 'h',
    record: '24 usual (Studio Tamani, Nov 2025, B3), 72 for some (AFP, 29 Oct, B2)',
    band: [18, 72],
    measure: (truth) =>
      worstWeek(between(truth, '2025-10-06', '2025-11-30'), (day) => day.waitHoursBamako),
  },
  {
    name: 'The same at relief (19 Jan – 1 Feb 2026)',
    unit: 'h',
    record:
      '0.08 (Studio Tamani, Dec 2025, B2), 0.33 (RFI, 25 Nov, B1), queues gone (22 Jan 2026, C2)',
    band: [0.05, 0.5],
    measure: (truth) =>
      middleOf(between(truth, '2026-01-19', '2026-02-01').map((day) => day.waitHoursBamako)),
  },
  {
    name: 'Days of cover on 15 September 2025',
    unit: 'days',
    record: '14 (chamber of commerce, Reuters, B2)',
    band: [7, 15],
    measure: (truth) => coverOn(truth, '2025-09-15'),
  },
  {
    name: 'Days of cover on 8 October 2025',
    unit: 'days',
    record: 'the three days’ security stock exhausted (ONAP, AFP, B2)',
    band: [0, 4],
    measure: (truth) => coverOn(truth, '2025-10-08'),
  },
  {
    name: 'Litres in a tanker',
    unit: 'L',
    record: '45,150–46,122 in four weekly totals (C1–C3), 48,000 on 22 Nov 2025 (C2)',
    band: [45_000, 48_000],
    measure: (truth) => sumOf(truth, 'litresArrived') / sumOf(truth, 'tankersArrived'),
  },
]

export const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1)
const LAST_DAY = dayIndex('2026-02-01')

/** What the country of one seed went through in the scenario `blockade`; nobody reports of it. */
export function truthOf(atlas: Atlas, seed: number): readonly TruthOfDay[] {
  const country = makeCountry({ scenario: 'blockade', seed, atlas: withStations(atlas, seed) })
  for (let hour = 0; hour < (LAST_DAY + 1) * 24; hour += 1) country.liveAnHour()
  return country.truth
}

/** What the seeds gave for one quantity, the smallest first. */
export type Measured = { quantity: Quantity; values: readonly number[] }

export function measured(truths: readonly (readonly TruthOfDay[])[]): Measured[] {
  return QUANTITIES.map((quantity) => {
    const values = truths.map((truth) => quantity.measure(truth)).toSorted((a, b) => a - b)
    return { quantity, values }
  })
}

/** The table of docs/simulation.md, in Markdown. */
export function calibrationTable(found: readonly Measured[]): string {
  const rows = found.map(({ quantity: { name, unit, record, band }, values }) => {
    const digits = band[1] < 10 ? 2 : band[1] < 100 ? 1 : 0
    const told = (value: number | undefined) => (value ?? Number.NaN).toFixed(digits)
    const middle = told(values[values.length >> 1])
    const range = `${told(values[0])} – **${middle}** – ${told(values.at(-1))}`
    return `| ${name} (${unit}) | ${record} | ${band[0]}–${band[1]} | ${range} |`
  })
  const head = [
    '| quantity | the public record | band | the simulator: lowest – middle – highest |',
    '| --- | --- | --- | --- |',
  ]
  return [...head, ...rows].join('\n')
}
