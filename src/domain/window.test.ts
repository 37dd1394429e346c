import { describe, expect, test } from 'vitest'
import { attack, queue, someReport } from '#testing/some-report.ts'
import { recordState } from './record-state.ts'
import { resolveWindow } from './window.ts'

const today = '2026-11-22'
const record = recordState(
  [
    someReport('2026-03-12', queue({ queueSeen: true }), { precision: 'week', credibility: 3 }),
    someReport('2026-06-01', attack({ events: 1 }), { reliability: 'E', credibility: 6 }),
  ],
  today,
)

test('the record ends with its last eligible report, whatever low-grade pages say later', () => {
  expect(record).toMatchObject({
    lastEligible: '2026-03-12',
    lastAny: '2026-06-01',
    daysSilent: 255,
  })
})

test('an empty record ends nowhere: its silence has no length', () => {
  expect(recordState([], today)).toMatchObject({ lastEligible: null, daysSilent: null, reports: 0 })
})

describe('the window', () => {
  const pick = (view: Parameters<typeof resolveWindow>[0]) => {
    const { from, to, at } = resolveWindow(view, record, { vintage: null, today })
    return { from, to, at }
  }

  test('opens on the last eligible day and the 28 weeks before it, from a Monday', () => {
    expect(pick({})).toEqual({ from: '2025-08-25', to: '2026-03-12', at: '2026-03-12' })
  })

  test('keeps what was asked', () => {
    const asked = { from: '2025-10-01', to: '2025-10-31', at: '2025-10-07' }
    expect(pick(asked)).toEqual(asked)
  })

  test('that runs past the record still looks at the last day anything is known of', () => {
    expect(pick({ from: '2026-01-01', to: '2026-11-22' }).at).toBe('2026-03-12')
    expect(pick({ from: '2026-10-01', to: '2026-11-22' }).at).toBe('2026-11-22')
  })

  test('that begins after the record ends runs to today', () => {
    expect(pick({ from: '2026-10-01' })).toEqual({ from: '2026-10-01', to: today, at: today })
  })

  test('stays where it is when a day inside it is looked at, and moves for a day outside', () => {
    expect(pick({ at: '2025-10-29' })).toEqual({
      from: '2025-08-25',
      to: '2026-03-12',
      at: '2025-10-29',
    })
    expect(pick({ at: '2022-06-08' })).toEqual({
      from: '2021-11-22',
      to: '2022-06-08',
      at: '2022-06-08',
    })
  })

  test('of an empty record ends today', () => {
    const { to } = resolveWindow({}, recordState([], today), { vintage: null, today })
    expect(to).toBe(today)
  })
})
