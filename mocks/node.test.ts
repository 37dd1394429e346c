import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Situation } from '#domain/situation.ts'
import { answerFrom, answers, failOnce, isUnreachable, neverAnswers, server } from './node.ts'

const ADDRESS = 'http://localhost/api/v1/situation'

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

test('fetch is answered by the server itself, over the test’s own store', async () => {
  await answerFrom('record')
  expect(Situation.parse(await (await fetch(ADDRESS)).json()).record.reports).toBe(327)
  await answerFrom([])
  expect(Situation.parse(await (await fetch(ADDRESS)).json()).record.reports).toBe(0)
})

test('a drill fails once, and then the server answers again', async () => {
  await answerFrom('record')
  failOnce('/situation', 503)
  expect((await fetch(ADDRESS)).status).toBe(503)
  expect((await fetch(ADDRESS)).status).toBe(200)
})

test('a drill may keep silent, break the line or answer nonsense', async () => {
  await answerFrom('record')
  neverAnswers('/situation')
  await expect(fetch(ADDRESS, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
  isUnreachable('/situation')
  await expect(fetch(ADDRESS)).rejects.toThrow('Failed to fetch')
  answers('/situation', { headlines: 'none' })
  expect(await (await fetch(ADDRESS)).json()).toEqual({ headlines: 'none' })
})
