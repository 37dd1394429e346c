import { delay, http, HttpResponse } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { ApiFailure } from '#contract/failure.ts'
import type { Failure } from '#contract/failure.ts'
import { server } from '#mocks/node.ts'
import { getJson } from './client.ts'

const Answer = z.object({ tankers: z.number() })

async function failureOf(path: string, signal = new AbortController().signal): Promise<Failure> {
  try {
    await getJson(path, Answer, signal)
  } catch (error) {
    if (error instanceof ApiFailure) return error.failure
    throw error
  }
  throw new Error('it did not fail')
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('an answer that keeps the contract is given as it is', async () => {
  server.use(http.get('/x', () => HttpResponse.json({ tankers: 875 })))
  expect(await getJson('/x', Answer, new AbortController().signal)).toEqual({ tankers: 875 })
})

test('an answer off contract is told apart, and where it broke', async () => {
  server.use(http.get('/x', () => HttpResponse.json({ tankers: 'many' })))
  expect(await failureOf('/x')).toMatchObject({ kind: 'off-contract', path: '/x' })
  server.use(http.get('/x', () => HttpResponse.html('<h1>Welcome to the hotel</h1>')))
  expect(await failureOf('/x')).toMatchObject({ kind: 'off-contract' })
})

test('simulated data are refused where real ones are shown', async () => {
  const answer = (mode: string) =>
    server.use(
      http.get('/api/v1/x', () =>
        HttpResponse.json({ tankers: 1 }, { headers: { 'X-Data-Mode': mode } }),
      ),
    )
  answer('demo')
  expect(await failureOf('/api/v1/x')).toEqual({ kind: 'other-data', isDemo: true })
  answer('live')
  await expect(failureOf('/api/v1/x')).rejects.toThrow('it did not fail')
})

test('a refusal keeps the words of the API', async () => {
  const problem = { type: 'about:blank', title: 'Wrong day', status: 400, detail: 'Use ISO days.' }
  server.use(http.get('/x', () => HttpResponse.json(problem, { status: 400 })))
  expect(await failureOf('/x')).toEqual({ kind: 'problem', problem })
})

test('a proxy that answers in HTML leaves us its status alone', async () => {
  server.use(http.get('/x', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })))
  expect(await failureOf('/x')).toEqual({
    kind: 'problem',
    problem: { type: 'about:blank', title: '', status: 502 },
  })
})

test('a broken line is told from a device that is offline', async () => {
  server.use(http.get('/x', () => HttpResponse.error()))
  expect(await failureOf('/x')).toEqual({ kind: 'network', offline: false })
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  expect(await failureOf('/x')).toEqual({ kind: 'network', offline: true })
})

test('silence ends after twenty seconds', async () => {
  vi.useFakeTimers()
  server.use(
    http.get('/x', async () => {
      await delay('infinite')
      return HttpResponse.error()
    }),
  )
  const failure = failureOf('/x')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await failure).toEqual({ kind: 'timeout', seconds: 20 })
})

test('a question that is dropped is no failure', async () => {
  server.use(http.get('/x', () => HttpResponse.json({ tankers: 1 })))
  const stop = new AbortController()
  const asked = failureOf('/x', stop.signal)
  stop.abort(new DOMException('moved on', 'AbortError'))
  await expect(asked).rejects.toThrow('moved on')
})
