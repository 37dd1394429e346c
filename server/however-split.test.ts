import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactly } from '#domain/estimate.ts'
import { asked, eligible, upTo, within } from '#domain/filter.ts'
import { happeningOf, happeningsOf } from '#domain/happenings.ts'
import { joined } from '#domain/parts.ts'
import { recordState } from '#domain/record-state.ts'
import type { Report } from '#domain/report.ts'
import { METRICS } from '#domain/series.ts'
import { seriesOf } from '#domain/series-of.ts'
import { situationOf } from '#domain/situation-of.ts'
import type { Window } from '#domain/situation.ts'
import { sitesOf } from '#domain/sites.ts'
import { addDays, dayOf, isoWeekOf } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import { testAtlas } from '#mocks/api-over.ts'
import { queue, someReport } from '#testing/some-report.ts'
import { disclose } from './disclosure.ts'
import { EVENTS, NOW, PLACES, someDraft } from './noninterference/drafts.ts'
import { newestFirst, pageOf } from './paging.ts'

const atlas = await testAtlas()
const TODAY = dayOf(NOW)

/** What the public is told of some drafts: of the field in company only, and some of it known to the month. */
const reports = fc
  .array(fc.record({ draft: someDraft, isOfAMonth: fc.nat(9) }), { minLength: 1, maxLength: 40 })
  .map((all) =>
    all.flatMap(({ draft, isOfAMonth }, n): Report[] => {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
      const precision = isOfAMonth === 0 ? 'month' : draft.precision
      const stored = { ...draft, id, precision, revision: 1, receivedAt: NOW }
      const copy = disclose(stored, 'public')?.copy
      return copy ? [copy] : []
    }),
  )

const window: fc.Arbitrary<Window> = fc
  .tuple(fc.nat(70), fc.nat(40), fc.nat(40))
  .map(([ago, days, back]) => {
    const to = addDays(TODAY, 10 - ago)
    const at = addDays(to, -Math.min(days, back))
    return { from: addDays(to, -days), to, at, known: null, vintage: null }
  })

const filter: fc.Arbitrary<Pick<View, 'corridor' | 'place' | 'product'>> = fc.constantFrom(
  {},
  {},
  { place: 'bamako' },
  { corridor: 'ci' as const },
  { product: 'diesel' as const },
)

/** Every answer there is, as it is sent. */
function answers(list: readonly Report[], period: Window, question: Pick<View, 'place'>): string[] {
  const record = recordState(list, period.at)
  const told = newestFirst(asked(within(list, period), question, atlas))
  const first = pageOf(told, 3, undefined)
  return [
    record,
    situationOf(list, period, record, question, atlas),
    ...METRICS.map((metric) => seriesOf(metric, list, period, question, atlas)),
    sitesOf(list, period, question, atlas),
    happeningsOf('convoy', list, period, question, atlas),
    happeningsOf('incident', list, period, question, atlas),
    EVENTS.map((id) => happeningOf(id, list, period)),
    told,
    first,
    first.next === null ? null : pageOf(told, 3, first.next),
    eligible(upTo(list, period.at)),
  ].map((answer) => JSON.stringify(answer))
}

function cutAt(list: readonly Report[], cuts: readonly number[]): readonly Report[] {
  const ends = [...cuts.map((cut) => cut % list.length), list.length].toSorted((a, b) => a - b)
  return joined(ends.map((end, n) => list.slice(ends[n - 1] ?? 0, end)))
}

/** As a store keeps them: a list for each ISO week. */
function byWeek(list: readonly Report[]): (readonly Report[])[] {
  const mondays = list.map(({ observedAt }) => isoWeekOf(dayOf(observedAt)).from)
  return [...new Set(mondays)]
    .toSorted()
    .map((monday) => list.filter((_, n) => mondays[n] === monday))
}

test('every answer is the same, however a list is split', () => {
  fc.assert(
    fc.property(reports, window, filter, fc.array(fc.nat()), (all, period, question, cuts) => {
      if (all.length === 0) return
      expect(answers(cutAt(all, cuts), period, question)).toEqual(answers(all, period, question))
    }),
    { numRuns: 80 },
  )
}, 60_000)

test('every answer is the same after one week of many was replaced as after all were', () => {
  fc.assert(
    fc.property(reports, window, filter, fc.nat(), (all, period, question, pick) => {
      const weeks = byWeek(all)
      // Whatever was kept of the weeks as they were must not be told of the week that changed.
      const index = pick % Math.max(1, weeks.length)
      const before = weeks.map((week, n) => (n === index ? week.slice(1) : week))
      answers(joined(before), period, question)
      expect(answers(joined(weeks), period, question)).toEqual(
        answers(weeks.flat(), period, question),
      )
    }),
    { numRuns: 80 },
  )
}, 60_000)

/** What two weeks tell of a few pumps, each of which may be told alone: what is of one day too many then shows. */
const atPumps = fc
  .array(
    fc.record({
      ago: fc.nat(13),
      hours: fc.nat(40),
      at: fc.constantFrom(...PLACES),
      isLong: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ ago, hours, at, isLong }, n): Report => {
      const id = `11111111-0000-4000-8000-${String(n).padStart(12, '0')}`
      const day = addDays(TODAY, -ago)
      const waited = queue({
        waitHours: exactly(hours),
        availability: hours > 20 ? 'low' : 'out_of_stock',
      })
      return someReport(day, waited, {
        id,
        at,
        ...(isLong ? { until: addDays(day, hours % 9) } : {}),
      })
    }),
  )

test('every answer of weeks that are cut within one is that of the same reports laid anew', () => {
  const period = { from: addDays(TODAY, -28), to: TODAY, at: TODAY, known: null, vintage: null }
  fc.assert(
    fc.property(reports, atPumps, filter, fc.nat(14), (some, others, question, ago) => {
      const cut = upTo(joined(byWeek([...some, ...others])), addDays(TODAY, -ago))
      if (cut.length === 0) return
      expect(answers(cut, period, question)).toEqual(answers([...cut], period, question))
    }),
    { numRuns: 120 },
  )
}, 60_000)
