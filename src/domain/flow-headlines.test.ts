import { expect, test } from 'vitest'
import { arrived, bulletin, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import { exactly } from './estimate.ts'
import { arrivalsHeadline, coverHeadline } from './flow-headlines.ts'
import type { Report } from './report.ts'

const atlas = makeAtlas([], [], [])
const window = {
  from: '2025-09-01',
  to: '2026-03-12',
  at: '2026-02-20',
  known: null,
  vintage: null,
}
const about = (reports: Report[]) => ({ asked: reports, past: reports, window, atlas })

const whole = someReport('2026-02-02', bulletin('tankers_arrived', 843), {
  until: '2026-02-08',
  event: ['whole', 'total'],
})
const convoy = (day: string, tankers: number) => someReport(day, arrived(tankers))
const part = someReport('2026-02-16', bulletin('tankers_arrived', 519), {
  until: '2026-02-19',
  event: ['part', 'part'],
})

test('convoys added up are set against no other week: what nobody reported would look like a fall', () => {
  const found = arrivalsHeadline(
    about([whole, convoy('2026-02-10', 17), convoy('2026-02-17', 250)]),
  )
  expect(found).toMatchObject({ value: exactly(250), previous: null })
})

test('a count is set against the last whole week, over the convoys between', () => {
  const found = arrivalsHeadline(about([whole, convoy('2026-02-10', 17), part]))
  expect(found).toMatchObject({
    value: exactly(519),
    period: { from: '2026-02-16', to: '2026-02-19' },
    previous: { value: exactly(843), period: { from: '2026-02-02' } },
  })
})

test('the first convoys of a running week give way to the whole week before, and to no older one', () => {
  const lastWeek = someReport('2026-02-09', bulletin('tankers_arrived', 757), {
    until: '2026-02-15',
    event: ['last', 'total'],
  })
  const found = arrivalsHeadline(about([whole, lastWeek, convoy('2026-02-17', 40)]))
  expect(found).toMatchObject({
    value: exactly(757),
    period: { from: '2026-02-09', to: '2026-02-15' },
    previous: { value: exactly(843) },
  })
  expect(arrivalsHeadline(about([whole, convoy('2026-02-17', 40)])).value).toEqual(exactly(40))
  const later = {
    ...about([lastWeek, convoy('2026-02-17', 40)]),
    window: { ...window, at: '2026-02-23' },
  }
  expect(arrivalsHeadline(later).value).toEqual(exactly(40))
})

test('a week counted on its Thursday is measured against the need of its four days', () => {
  const onThursday = someReport('2025-12-18', arrived(300), {
    precision: 'week',
    event: ['week', 'total'],
  })
  const found = coverHeadline(about([onThursday]))
  const ratio = found.parts.find(({ key }) => key === 'ratio-need-without-power')
  expect(ratio?.value?.best).toBeCloseTo((300 * 46_000) / (3_000_000 * 4))
})
