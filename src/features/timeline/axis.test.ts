import { expect, test } from 'vitest'
import { dayUnder, labels, mondays, shareOf } from './axis.ts'
import { momentWithin, presetPeriod } from './presets.ts'

const window = { from: '2025-08-25', to: '2026-03-12' }

test('a point of the track and its day are each other’s inverse', () => {
  for (const day of ['2025-08-25', '2025-12-31', '2026-03-12'])
    expect(dayUnder(shareOf(day, window) + 1e-9, window)).toBe(day)
})

test('a pointer outside the track stays inside the window', () => {
  expect(dayUnder(-0.2, window)).toBe('2025-08-25')
  expect(dayUnder(1.7, window)).toBe('2026-03-12')
})

test('January is written as its year, and no label runs over the end', () => {
  const written = labels(window)
  expect(written.find(({ as }) => as === 'year')?.day).toBe('2026-01-01')
  expect(written.every(({ day }) => shareOf(day, window) < 0.95)).toBe(true)
})

test('twenty years are labelled by the year, and only as many as can be read', () => {
  const written = labels({ from: '2006-05-11', to: '2026-03-12' })
  expect(written.length).toBeLessThanOrEqual(9)
  expect(written.every(({ day }) => day.endsWith('-01-01'))).toBe(true)
})

test('weeks begin on Mondays, and are left out where they would blur', () => {
  expect(mondays({ from: '2026-01-01', to: '2026-01-20' })).toEqual([
    '2026-01-05',
    '2026-01-12',
    '2026-01-19',
  ])
  expect(mondays({ from: '2006-05-11', to: '2026-03-12' })).toEqual([])
})

test('a moment outside a new window goes to its nearest end', () => {
  expect(momentWithin('2024-01-01', window)).toBe('2025-08-25')
  expect(momentWithin('2026-06-01', window)).toBe('2026-03-12')
  expect(momentWithin('2026-01-01', window)).toBe('2026-01-01')
})

test('the whole record runs from its first day to its last', () => {
  const record = {
    first: '2006-05-11',
    lastEligible: '2026-03-12',
    lastAny: '2026-06-01',
    reports: 327,
    sources: 81,
    daysSilent: 255,
  }
  const moment = { ...window, at: '2026-03-12', known: null, vintage: null }
  expect(presetPeriod('record', moment, record)).toEqual({ from: '2006-05-11', to: '2026-06-01' })
})
