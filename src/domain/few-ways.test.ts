import { describe, expect, test } from 'vitest'
import { arrived, attack, heardReport, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import { corridorStates } from './corridor-states.ts'
import type { Axis } from './corridor.ts'
import { exactly } from './estimate.ts'
import { happeningsOf } from './happenings.ts'
import type { Report } from './report.ts'
import type { Metric, Point } from './series.ts'
import { seriesOf } from './series-of.ts'

const atlas = makeAtlas([], [], [])
const window = {
  from: '2026-01-05',
  to: '2026-01-25',
  at: '2026-01-25',
  known: null,
  vintage: null,
}

const on = (axis: Axis) => ({ corridor: { axis, corridor: null, leg: null } })
const times = (n: number, make: () => Report) => Array.from({ length: n }, make)
function lineOf(metric: Metric, key: string, reports: Report[]): Point[] {
  const { lines } = seriesOf(metric, reports, window, {}, atlas)
  return lines.find((line) => line.key === key)?.points ?? []
}
const inWeek = (from: string, points: Point[]) => points.find((point) => point.from === from)

describe('the routes of one week', () => {
  const arrivals = [
    ...times(5, () => heardReport('2026-01-13', arrived(10), on('ci'))),
    ...times(4, () => heardReport('2026-01-13', arrived(10), on('sn'))),
    heardReport('2026-01-13', arrived(7), on('ne')),
  ]
  const week = (key: string) => inWeek('2026-01-12', lineOf('arrivals', key, arrivals))

  test('keep back a second one, where the total would tell the first', () => {
    expect(week('all')?.best).toBe(97)
    expect(week('ci')?.best).toBe(50)
    expect(week('sn')).toMatchObject({ best: null, withheld: true })
    expect(week('ne')).toMatchObject({ best: null, withheld: true })
    expect(week('unstated')?.best).toBe(47)
  })

  test('say so, and not that sources leave the route open', () => {
    const { caveats } = seriesOf('arrivals', arrivals, window, {}, atlas)
    expect(caveats).toContain('route-withheld')
    expect(caveats).not.toContain('corridor-unstated')
  })

  test('of losses do the same', () => {
    const losses = arrivals.map(({ corridor }) =>
      heardReport('2026-01-13', attack({ tankersDestroyed: exactly(2) }), { corridor }),
    )
    const lost = (key: string) => inWeek('2026-01-12', lineOf('losses', key, losses))
    expect([lost('all')?.best, lost('ci')?.best, lost('unstated')?.best]).toEqual([20, 10, 10])
    expect(lost('sn')?.withheld).toBe(true)
  })
})

describe('a corridor', () => {
  const stateOf = (reports: Report[]) =>
    corridorStates(reports, window, atlas).find(({ axis }) => axis === 'sn')
  const burned = heardReport('2026-01-20', attack({ tankersDestroyed: exactly(4) }), on('sn'))
  const came = (day: string) => heardReport(day, arrived(30), on('sn'))

  test('is in no state that too few speak for, and says so: that is not silence', () => {
    const state = stateOf([burned, came('2026-01-14')])
    expect(state).toMatchObject({ status: 'unknown', lastKnown: null, lastReported: null })
    expect(state?.reasons.map(({ code }) => code)).toEqual(['withheld'])
    expect(stateOf([])?.reasons.map(({ code }) => code)).toEqual(['silent'])
  })

  test('has the state that pages give it, whatever the field adds', () => {
    const state = stateOf([burned, someReport('2026-01-14', arrived(30), on('sn'))])
    expect(state?.status).toBe('restricted')
    expect(state?.reasons.map(({ code }) => code)).toEqual(['arrivals', 'withheld'])
  })

  test('is judged by three, but counts none of the events that fewer tell of', () => {
    const state = stateOf([burned, came('2026-01-14'), came('2026-01-16')])
    expect(state?.status).toBe('contested')
    expect(state?.reasons).toMatchObject([
      { code: 'attack', value: null },
      { code: 'arrivals-withheld', value: null },
      { code: 'arrivals-withheld', value: null },
    ])
  })
})

test('of a convoy that one partner tells of, each account stands and none is made a figure', () => {
  const [convoy] = happeningsOf(
    'convoy',
    [heardReport('2026-01-13', arrived(30))],
    window,
    {},
    atlas,
  )
  expect(convoy?.accounts).toMatchObject([
    { quantity: 'tankersArrived', value: null, withheld: true, voices: [{ value: { best: 30 } }] },
  ])
})

test('a part that is only claimed gives no route a count in the name of a published total', () => {
  const reports = [
    someReport('2026-01-13', arrived(0), { event: ['w', 'total'] }),
    heardReport('2026-01-13', arrived(30), {
      ...on('ci'),
      event: ['w', 'part'],
      credibility: 5,
    }),
  ]
  for (const key of ['ci', 'unstated']) {
    const point = inWeek('2026-01-12', lineOf('arrivals', key, reports))
    expect(point?.best ?? 0).toBe(0)
    expect(point?.low ?? 0).toBe(0)
  }
})

test('a part that one voice tells is withheld, be it all that is left beside a published total', () => {
  const reports = [
    someReport('2026-01-13', arrived(0), { event: ['w', 'best'] }),
    heardReport('2026-01-12', arrived(30), { ...on('ci'), event: ['w', 'part'] }),
  ]
  for (const key of ['ci', 'unstated'])
    expect(inWeek('2026-01-12', lineOf('arrivals', key, reports))?.best ?? null).toBeNull()
  expect(inWeek('2026-01-12', lineOf('arrivals', 'all', reports))?.best).toBe(0)
})
