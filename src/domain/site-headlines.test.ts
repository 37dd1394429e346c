import { expect, test } from 'vitest'
import { queue, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import { exactly } from './estimate.ts'
import { waitHeadline } from './site-headlines.ts'
import type { Place } from './place.ts'
import type { Report } from './report.ts'

const town = (id: string): Place => ({
  id,
  name: id,
  nameFr: id,
  kind: 'town',
  country: 'MLI',
  admin1: null,
  admin1Pcode: null,
  pcode: null,
  lat: 12,
  lon: -8,
  precisionMetres: 2000,
  parent: null,
  leg: null,
  axis: null,
  rank: 1,
  recordNames: [],
})
const atlas = makeAtlas([town('bamako'), town('segou')], [], [])
const window = {
  from: '2025-09-01',
  to: '2026-03-12',
  at: '2025-11-24',
  known: null,
  vintage: null,
}

function wait(day: string, hours: number, at: string, precision: Report['precision'] = 'day') {
  return someReport(day, queue({ waitHours: exactly(hours) }), { at, precision })
}
const headline = (reports: Report[]) =>
  waitHeadline({ asked: reports, past: reports, window, atlas })

test('a wait dated to the month stands back behind a week of that month that somebody timed', () => {
  const reports = [wait('2025-10-13', 6, 'bamako'), wait('2025-10-15', 9, 'segou', 'month')]
  expect(headline(reports)).toMatchObject({ value: exactly(6), place: 'bamako' })
})

test('a wait of the month is compared with the last week timed before it, not with one further back', () => {
  const reports = [
    wait('2025-10-13', 6, 'bamako'),
    wait('2025-10-29', 72, 'bamako'),
    wait('2025-11-15', 24, 'bamako', 'month'),
  ]
  expect(headline(reports)).toMatchObject({
    value: exactly(24),
    previous: { value: exactly(72), period: { from: '2025-10-27' } },
  })
})

test('of what is known no finer than to a month, the same town speaks however long the other’s stretch is', () => {
  const ofOctober = wait('2025-10-01', 9, 'segou', 'month')
  const until = { at: 'bamako', precision: 'month', until: '2025-11-03' } as const
  const longer = someReport('2025-10-01', queue({ waitHours: exactly(4) }), until)
  expect(headline([longer, ofOctober])).toMatchObject({ value: exactly(9), place: 'segou' })
})
