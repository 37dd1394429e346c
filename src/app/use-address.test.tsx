import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Address } from '#domain/address.ts'
import { useAddress } from './use-address.ts'

const whole: Address = {
  view: {
    from: '2025-08-25',
    to: '2026-03-12',
    at: '2026-01-15',
    known: '2026-01-20',
    corridor: 'ci',
    place: 'bamako',
    product: 'diesel',
    lang: 'en',
  },
  hidden: ['convoys'],
  opened: { kind: 'event', id: 'attack-2025-09-14' },
}

test('all of the screen goes into its address, and comes back from it', () => {
  const { result } = renderHook(useAddress)
  act(() => result.current[1](() => whole, 'push'))
  expect(location.search).toContain('at=2026-01-15')
  expect(location.search).toContain('open=event%3Aattack-2025-09-14')
  const { result: another } = renderHook(useAddress)
  expect(another.current[0]).toEqual(whole)
})

test('the screen as it opens has an empty address', () => {
  const { result } = renderHook(useAddress)
  act(() => result.current[1](() => whole, 'push'))
  act(() => result.current[1](() => ({ view: {}, hidden: [], opened: null }), 'push'))
  expect(location.search).toBe('')
})

test('what others wrote into the address stays in it', () => {
  history.replaceState(null, '', '/?seed=7&corridor=sn&utm_source=a%26b&lang=fr')
  const { result } = renderHook(useAddress)
  act(() => result.current[1]((now) => ({ ...now, view: { at: '2026-01-15' } }), 'push'))
  expect(location.search).toBe('?at=2026-01-15&seed=7&utm_source=a%26b')
  expect(result.current[0].view).toEqual({ at: '2026-01-15' })
})

test('a choice makes a step in the history, a moment that runs by does not', () => {
  const { result } = renderHook(useAddress)
  const steps = history.length
  const at = (day: string) => (now: Address) => ({ ...now, view: { ...now.view, at: day } })
  act(() => result.current[1](at('2026-01-01'), 'replace'))
  act(() => result.current[1](at('2026-01-02'), 'replace'))
  expect(history.length).toBe(steps)
  act(() => result.current[1](at('2026-01-03'), 'push'))
  expect(history.length).toBe(steps + 1)
})

test('two changes in one event build on each other', () => {
  const { result } = renderHook(useAddress)
  act(() => {
    result.current[1]((now) => ({ ...now, view: { ...now.view, corridor: 'sn' } }), 'push')
    result.current[1]((now) => ({ ...now, view: { ...now.view, product: 'petrol' } }), 'push')
  })
  expect(result.current[0].view).toEqual({ corridor: 'sn', product: 'petrol' })
})

test('an address typed by hand opens, without what does not fit', () => {
  history.replaceState(null, '', '/?at=yesterday&corridor=ci&open=nothing')
  const { result } = renderHook(useAddress)
  expect(result.current[0]).toEqual({ view: { corridor: 'ci' }, hidden: [], opened: null })
})
