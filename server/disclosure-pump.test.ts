import { expect, test } from 'vitest'
import { arrived, bulletin, heardReport, price } from '#testing/some-report.ts'
import { disclose, secretOf } from './disclosure.ts'

const DAY = '2026-01-10'
const field = (...[day, body, change]: Parameters<typeof heardReport>) => ({
  ...heardReport(day, body, change),
  reporter: 'heron-41',
})
const event: [string, 'forward'] = ['plans', 'forward']

test('a convoy that nobody published a plan of is never public before it has arrived', () => {
  const planned = field(DAY, { ...arrived(30), stage: 'planned' }, { event })
  expect(secretOf(planned)).toBe('convoy-moving')
  expect(disclose(planned, 'public')).toBeNull()
})

test('a delivery that nobody published is told to neither public nor partners', () => {
  const expected = field(DAY, bulletin('tankers_planned', 20), { event })
  for (const role of ['public', 'partner'] as const) expect(disclose(expected, role)).toBeNull()
  expect(disclose(expected, 'analyst')).not.toBeNull()
})

test('who reads a price off a pump is kept as safe as who queues there', () => {
  const position = { place: 'bamako', lat: 12.6391, lon: -8.0029, precisionMetres: 20 }
  const body = price(775, { market: 'pump' })
  const seen = disclose(
    field(DAY, body, { position, reliability: 'C', precision: 'minute' }),
    'public',
  )
  expect(seen?.copy.position?.lat).not.toBe(12.6391)
  expect(seen?.copy).toMatchObject({ precision: 'hour', note: null })
  const trusted = disclose(field(DAY, body, { position, reliability: 'B' }), 'public')
  expect(trusted?.copy.position).toEqual(position)
})
