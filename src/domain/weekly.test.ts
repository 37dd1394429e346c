import { describe, expect, test } from 'vitest'
import { arrived, bulletin, someReport } from '#testing/some-report.ts'
import { deliveriesOf, litresReceived } from './deliveries.ts'
import { exactly } from './estimate.ts'
import { arrivalsByWeek } from './weekly.ts'

const niger = { axis: 'ne', corridor: 'ne-bamako', leg: null } as const

describe('one convoy told by several sources', () => {
  test('counts once', () => {
    const [week, ...more] = arrivalsByWeek(
      deliveriesOf([
        someReport('2025-10-07', arrived(300), { event: ['c', 'best'] }),
        someReport('2025-10-07', arrived(300), { event: ['c', 'same'] }),
      ]),
    )
    expect(more).toEqual([])
    expect(week).toMatchObject({
      week: { from: '2025-10-06' },
      tankers: exactly(300),
      basis: 'summed',
    })
  })

  test('that came in two parts is their total, and only the part that says so has a way in', () => {
    const [delivery] = deliveriesOf([
      someReport('2025-11-22', arrived(82), { event: ['d', 'part'], corridor: niger }),
      someReport('2025-11-22', arrived(168), { event: ['d', 'part'] }),
      someReport('2025-11-22', arrived(250), { event: ['d', 'total'] }),
    ])
    expect(delivery?.tankers).toEqual(exactly(250))
    expect([...(delivery?.byAxis ?? [])]).toEqual([
      ['ne', exactly(82)],
      ['unstated', exactly(168)],
    ])
  })
})

describe('a week', () => {
  const official = someReport('2026-01-12', bulletin('tankers_arrived', 875), {
    until: '2026-01-18',
    event: ['w', 'total'],
  })

  test('counted by an authority beats its convoys added up', () => {
    const [week] = arrivalsByWeek(deliveriesOf([official, someReport('2026-01-14', arrived(200))]))
    expect(week).toMatchObject({ tankers: exactly(875), basis: 'whole-week' })
  })

  test('counted before it was over is counted in part', () => {
    const onThursday = someReport('2025-12-18', arrived(350), {
      precision: 'week',
      publishedAt: '2025-12-19T00:00:00.000Z',
      event: ['w3', 'total'],
    })
    const [week] = arrivalsByWeek(deliveriesOf([onThursday]))
    expect(week).toMatchObject({ tankers: exactly(350), basis: 'partial-week' })
  })

  test('counted in part stays marked as partial', () => {
    const part = someReport('2026-02-16', bulletin('tankers_arrived', 519), {
      until: '2026-02-19',
      event: ['w2', 'part'],
    })
    expect(arrivalsByWeek(deliveriesOf([part]))[0]).toMatchObject({
      tankers: exactly(519),
      basis: 'partial-week',
    })
  })

  test('in which a convoy arrived that nobody counted has no figure', () => {
    const [week] = arrivalsByWeek(deliveriesOf([someReport('2026-01-05', arrived(null))]))
    expect(week).toMatchObject({ tankers: null, hasUncounted: true })
  })
})

test.each(['cumulative', 'baseline', 'forward', 'onward'] as const)(
  '%s figures are no arrivals',
  (role) => {
    expect(deliveriesOf([someReport('2026-01-12', arrived(1192), { event: ['x', role] })])).toEqual(
      [],
    )
  },
)

test('a claim of 1,000 tankers beside a count of 50 leaves 50', () => {
  const [delivery] = deliveriesOf([
    someReport('2025-10-30', arrived(1000), { event: ['e', 'claim'], credibility: 5 }),
    someReport('2025-10-30', arrived(50), {
      event: ['e', 'best'],
      credibility: 3,
      reliability: 'D',
    }),
  ])
  expect(delivery?.tankers).toEqual(exactly(50))
  expect(delivery?.claims).toHaveLength(1)
})

test('reported litres beat litres derived from tankers, and derived ones say so', () => {
  const total = ['d', 'total'] as ['d', 'total']
  const [reported] = deliveriesOf([
    someReport('2025-11-22', arrived(250), { event: total }),
    someReport('2025-11-22', bulletin('litres_delivered', 12e6, 'L'), { event: total }),
  ])
  expect(reported && litresReceived(reported)).toEqual({ value: exactly(12e6), derived: false })
  const [derived] = deliveriesOf([someReport('2025-11-22', arrived(10))])
  expect(derived && litresReceived(derived)).toEqual({
    value: { low: 400_000, best: 460_000, high: 500_000 },
    derived: true,
  })
})

test('a convoy that came in over a Sunday night belongs to the week it ended in; a month to none', () => {
  const overnight = someReport('2026-01-11', arrived(40), { until: '2026-01-12' })
  const vague = someReport('2026-01-10', arrived(500), { precision: 'month' })
  const weeks = arrivalsByWeek(deliveriesOf([overnight, vague]))
  expect(weeks.map(({ week, tankers }) => [week.from, tankers?.best])).toEqual([['2026-01-12', 40]])
})
