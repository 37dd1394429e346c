import { describe, expect, test } from 'vitest'
import { extentOf, knowExtent } from './extent.ts'
import { around, upTo, within } from './filter.ts'
import { lazyList } from './lazy-list.ts'
import { chosen, joined, partsOf, perPart } from './parts.ts'
import type { Report } from './report.ts'
import { addDays, isoWeekOf } from './time.ts'
import { arrived, someReport } from '#testing/some-report.ts'

const FIRST = '2025-01-06'
const WEEKS = 20
const mondays = Array.from({ length: WEEKS }, (_, n) => addDays(FIRST, 7 * n))

function weekOf(monday: string): readonly Report[] {
  return [0, 3, 6].map((days) => someReport(addDays(monday, days), arrived(days)))
}

/** Weeks that tell which of them somebody read. */
function watched() {
  const read: string[] = []
  const weeks = mondays.map((monday) => {
    const reports = weekOf(monday)
    const week = lazyList<Report>(reports.length, (items) => {
      read.push(monday)
      items.push(...reports)
    })
    knowExtent(week, extentOf(reports))
    return week
  })
  return { read, list: joined(weeks) }
}

describe('a list in parts', () => {
  test('knows its length before anybody reads it', () => {
    const { read, list } = watched()
    expect(list.length).toBe(3 * WEEKS)
    expect(partsOf(list)).toHaveLength(WEEKS)
    expect(read).toEqual([])
  })

  test('reads like any other list', () => {
    const parts = mondays.map(weekOf)
    const list = joined(parts)
    expect(list).toEqual(parts.flat())
    expect([...list]).toEqual(parts.flat())
    expect([list].flat()).toEqual(parts.flat())
    expect(list.map(({ id }) => id)).toEqual(parts.flat().map(({ id }) => id))
    expect(list[4]).toBe(parts[1]?.[1])
    expect(JSON.stringify(list)).toBe(JSON.stringify(parts.flat()))
    expect(4 in list && !(3 * WEEKS in list)).toBe(true)
  })

  test('is asked for a day or a stretch by looking at the weeks where it begins and ends', () => {
    const { read, list } = watched()
    const day = addDays(FIRST, 7 * 9 + 2)
    expect(upTo(list, day).length).toBe(3 * 9 + 1)
    expect(within(list, { from: addDays(FIRST, 1), to: day }).length).toBe(3 * 9)
    expect(read.toSorted()).toEqual([FIRST, isoWeekOf(day).from])
  })

  test('is taken whole where the day is past its end', () => {
    const { read, list } = watched()
    expect(upTo(list, '2026-01-01') === list).toBe(true)
    expect(read).toEqual([])
  })

  test('gives the whole weeks around a period, and looks into none of them', () => {
    const { read, list } = watched()
    const wednesday = addDays(FIRST, 7 * 4 + 2)
    expect(around(list, { from: wednesday, to: wednesday }).length).toBe(3)
    expect(read).toEqual([])
  })

  test('a report of a long time keeps its week near every day of it', () => {
    const long = [someReport('2025-01-06', arrived(1), { until: '2025-03-02' })]
    const list = joined([long, weekOf('2025-02-03'), weekOf('2025-02-10')])
    expect(around(list, { from: '2025-02-12', to: '2025-02-12' }).length).toBe(4)
    const ofAMonth = [someReport('2025-01-06', arrived(1), { precision: 'month' })]
    const monthly = joined([ofAMonth, weekOf('2025-01-27')])
    expect(around(monthly, { from: '2025-01-20', to: '2025-01-20' })).toEqual(ofAMonth)
    expect(around(monthly, { from: '2025-01-02', to: '2025-01-02' })).toEqual(ofAMonth)
  })

  test('is worked out anew for the one part that changed, and for no other', () => {
    const worked: number[] = []
    const lengths = perPart((part) => {
      worked.push(part.length)
      return part.length
    })
    let looks = 0
    const first = chosen(({ body }: Report) => {
      looks += 1
      return body.kind === 'convoy' && body.tankersArrived?.best !== 0
    })
    const weeks = mondays.map(weekOf)
    const figures = (list: readonly Report[]) => [lengths(list), [...first(list)].length]
    const expected = figures(joined(weeks))
    expect([worked.length, looks]).toEqual([WEEKS, 3 * WEEKS])
    const changed = joined(weeks.map((week, n) => (n === 7 ? [...week] : week)))
    expect(figures(changed)).toEqual(expected)
    expect([worked.length, looks]).toEqual([WEEKS + 1, 3 * WEEKS + 3])
  })
})
