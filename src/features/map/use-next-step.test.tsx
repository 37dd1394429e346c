import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeQueryClient } from '#api/query-client.ts'
import { sitesQuery } from '#api/sites.ts'
import { situationQuery } from '#api/situation.ts'
import type { Day } from '#domain/time.ts'
import { answerFrom, server } from '#mocks/node.ts'
import { useNextStep } from './use-next-step.ts'

const window = {
  from: '2025-08-25',
  to: '2026-03-12',
  at: '2026-03-12',
  known: null,
  vintage: null,
}
/** The days that have been asked for, each as often as it was. */
const asked: string[] = []
let client: QueryClient
beforeEach(async () => {
  await answerFrom('record')
  client = makeQueryClient()
  asked.length = 0
  server.events.removeAllListeners()
  server.events.on('request:start', ({ request }) => {
    const { pathname, searchParams } = new URL(request.url)
    asked.push(`${pathname.split('/').at(-1)} ${searchParams.get('at')}`)
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The screen at one day after the other, each answered and looked at before the next. */
function showing(first: Day) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  type Shown = { at: Day; isBusy?: boolean }
  const initialProps: Shown = { at: first }
  const { rerender } = renderHook(
    ({ at, isBusy = false }: Shown) =>
      useNextStep({ from: window.from, to: window.to, at }, { ...window, at }, isBusy),
    { wrapper, initialProps },
  )
  const pass = async () => {
    vi.advanceTimersByTime(1000)
    await vi.waitFor(() => expect(client.isFetching()).toBe(0))
  }
  return {
    pass,
    move: (at: Day, isBusy = false) => rerender({ at, isBusy }),
    step: (at: Day) => {
      rerender({ at })
      return pass()
    },
  }
}

test('a step back asks for the day before, and the next step has its answer already', async () => {
  const { step } = showing('2026-01-15')
  await step('2026-01-14')
  expect(asked).toEqual(['situation 2026-01-13', 'sites 2026-01-13'])
  const view = { from: window.from, to: window.to, at: '2026-01-13' }
  await client.fetchQuery(situationQuery(view))
  await client.fetchQuery(sitesQuery(view))
  expect(asked).toHaveLength(2)
  await step('2026-01-13')
  expect(asked.slice(2)).toEqual(['situation 2026-01-12', 'sites 2026-01-12'])
})

test('playing by weeks asks for the week after', async () => {
  const { step } = showing('2026-01-15')
  await step('2026-01-22')
  expect(asked).toEqual(['situation 2026-01-29', 'sites 2026-01-29'])
})

test('the last week, which the end of the window cuts short, is asked for up to that end', async () => {
  const { step } = showing('2026-03-02')
  await step('2026-03-09')
  expect(asked).toEqual(['situation 2026-03-12', 'sites 2026-03-12'])
  await step('2026-03-12')
  expect(asked).toHaveLength(2)
})

test('nothing is asked ahead before the first step, after a jump, or beyond the window', async () => {
  const { pass, step } = showing('2026-01-15')
  await pass()
  await step('2025-10-01')
  await step('2026-03-11')
  expect(asked).toEqual([])
  await step('2026-03-12')
  expect(asked).toEqual([])
})

test('a step whose answers have not come asks nothing more of the line', async () => {
  const { move, pass } = showing('2026-01-15')
  move('2026-01-14', true)
  await pass()
  expect(asked).toEqual([])
  move('2026-01-14')
  await pass()
  expect(asked).toEqual(['situation 2026-01-13', 'sites 2026-01-13'])
})

test('whoever steps on at once is not followed day by day', async () => {
  const { move, pass } = showing('2026-01-15')
  for (const at of ['2026-01-14', '2026-01-13', '2026-01-12'] as const) move(at)
  await pass()
  expect(asked).toEqual(['situation 2026-01-11', 'sites 2026-01-11'])
})

test('a reader who saves data is asked nothing ahead for', async () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } })
  const { step } = showing('2026-01-15')
  await step('2026-01-14')
  expect(asked).toEqual([])
})
