import { describe, expect, test } from 'vitest'
import { arrived, attack, bulletin, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import type { Corridor } from './corridor.ts'
import { corridorStates } from './corridor-states.ts'
import { exactly } from './estimate.ts'
import type { Report } from './report.ts'

const corridor = (id: string, legs: string[], priority: 1 | 3 = 1): Corridor => ({
  id,
  name: id,
  nameFr: id,
  axis: 'sn',
  priority,
  km: 100,
  roads: [],
  legs,
  nodes: [],
  recordName: null,
})
const atlas = makeAtlas([], [corridor('sn-main', ['a', 'b']), corridor('sn-off', ['c'], 3)], [])
const on = (leg: string | null) => ({ corridor: { axis: 'sn' as const, corridor: 'sn-main', leg } })

function stateAt(at: string, reports: Report[]) {
  const window = { from: '2025-09-01', to: '2026-03-31', at, known: null, vintage: null }
  const state = corridorStates(reports, window, atlas).find(({ axis }) => axis === 'sn')
  if (!state) throw new Error('the axis is always answered for')
  return state
}

const burned = someReport('2026-01-10', attack({ tankersDestroyed: exactly(40) }), on('b'))
const escorted = someReport('2026-01-10', { ...arrived(80), escorted: true }, on(null))
const normal = someReport('2025-09-17', bulletin('trucks_per_day', 100, 'trucks/day'), on(null))
const stoppage = (day: string, value: number) =>
  someReport(day, bulletin('transport_suspended', value, 'flag'), on(null))

describe('a corridor', () => {
  test.each([
    { at: '2026-01-10', status: 'contested', because: 'tankers burned that day' },
    { at: '2026-01-23', status: 'contested', because: 'it is 13 days since' },
    { at: '2026-01-24', status: 'restricted', because: 'it is 14 days since' },
    { at: '2026-02-06', status: 'restricted', because: 'it is 27 days since' },
    { at: '2026-02-07', status: 'unknown', because: 'nothing is known of the last 28 days' },
  ])('is $status on $at: $because', ({ at, status }) =>
    expect(stateAt(at, [burned]).status).toBe(status),
  )

  test('is under escort when convoys arrived under escort and none was attacked', () => {
    expect(stateAt('2026-01-12', [escorted]).status).toBe('escort')
  })

  test('is told of its own part of a total, and of the escort that part had', () => {
    const total = someReport('2026-01-10', arrived(250), { event: ['two', 'total'] })
    const part = { event: ['two', 'part'] as ['two', 'part'], ...on(null) }
    const gift = someReport('2026-01-10', { ...arrived(82), escorted: true }, part)
    const state = stateAt('2026-01-12', [total, gift])
    expect(state.status).toBe('escort')
    expect(state.reasons).toMatchObject([{ code: 'escorted-arrival', value: 82 }])
  })

  test('by which a convoy came that nobody counted is not silent', () => {
    const uncounted = someReport('2026-01-10', { ...arrived(null), escorted: true }, on(null))
    const state = stateAt('2026-01-10', [uncounted])
    expect(state).toMatchObject({ status: 'escort', lastReported: '2026-01-10' })
    expect(state.reasons).toMatchObject([{ code: 'escorted-arrival', value: null }])
  })

  test('is open when half of its own normal traffic or more arrived without escort, restricted below', () => {
    const told = (tankers: number) => someReport('2026-01-10', arrived(tankers), on(null))
    expect(stateAt('2026-01-12', [normal, told(1400)]).status).toBe('open')
    expect(stateAt('2026-01-12', [normal, told(1399)]).status).toBe('restricted')
    expect(stateAt('2026-01-12', [told(5000)]).status).toBe('restricted')
  })

  test('is cut while transport is suspended, until someone says it is not', () => {
    expect(stateAt('2026-02-05', [burned, stoppage('2026-02-01', 1)]).status).toBe('cut')
    const state = stateAt('2026-02-05', [
      burned,
      stoppage('2026-02-01', 1),
      stoppage('2026-02-04', 0),
    ])
    expect(state.status).toBe('restricted')
    expect(state.reasons.map(({ code }) => code)).toContain('transport-resumed')
  })

  test('that fell silent is unknown, says since when, and what it was', () => {
    const state = stateAt('2026-03-12', [burned])
    expect(state).toMatchObject({
      status: 'unknown',
      lastReported: '2026-01-10',
      lastKnown: { status: 'contested', day: '2026-01-10' },
    })
    expect(state.reasons).toEqual([
      { code: 'silent', day: '2026-01-10', until: null, value: null, leg: null, report: null },
    ])
  })

  test('names the day its source names, not the end of a week the source left open', () => {
    const vague = someReport('2026-01-06', attack({ events: 1 }), { ...on('b'), precision: 'week' })
    const state = stateAt('2026-01-20', [vague])
    expect(state.reasons[0]).toMatchObject({
      code: 'attack',
      day: '2026-01-05',
      until: '2026-01-11',
    })
    expect(state.lastReported).toBe('2026-01-06')
  })

  test('keeps the day of an attack when a page of the whole month may speak of the same one', () => {
    const attacked = (day: string, role: 'best' | 'maybe-same', precision: 'day' | 'month') =>
      someReport(day, attack({ tankersDestroyed: exactly(40) }), {
        ...on('b'),
        event: ['ambush', role],
        precision,
      })
    const state = stateAt('2025-09-20', [
      attacked('2025-09-14', 'best', 'day'),
      attacked('2025-09-15', 'maybe-same', 'month'),
    ])
    expect(state.reasons).toMatchObject([{ code: 'tankers-lost', value: 40, day: '2025-09-14' }])
    expect(state.lastReported).toBe('2025-09-14')
  })

  test('nobody ever spoke of is unknown, and has no last state', () => {
    expect(stateAt('2026-03-12', [])).toMatchObject({
      status: 'unknown',
      lastKnown: null,
      lastReported: null,
    })
  })

  test('is not judged by claims, nor by what happens later', () => {
    const claim = { ...burned, credibility: 5 as const }
    expect(stateAt('2026-01-12', [claim]).status).toBe('unknown')
    expect(stateAt('2026-01-09', [burned]).status).toBe('unknown')
  })

  test('marks the leg that was hit, and leaves the others as they would be', () => {
    const legs = stateAt('2026-01-12', [burned, escorted]).legs
    expect(legs).toEqual([
      { leg: 'a', status: 'escort', lastIncident: null },
      { leg: 'b', status: 'contested', lastIncident: '2026-01-10' },
    ])
  })

  test('that is off by default is drawn once something happened on it', () => {
    expect(stateAt('2026-01-12', [burned]).corridors).toEqual(['sn-main'])
    const hit = someReport('2026-01-10', attack({ events: 1 }), on('c'))
    expect(stateAt('2026-01-12', [hit]).corridors).toEqual(['sn-main', 'sn-off'])
  })
})
