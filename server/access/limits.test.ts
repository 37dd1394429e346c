import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { API_BASE } from '#contract/route.ts'
import { apiOver } from '#mocks/api-over.ts'
import { handedIn } from '#mocks/handed-in.ts'
import { rememberClient } from '#server/client-address.ts'
import { makeLimits } from './limits.ts'

beforeEach(() => vi.useFakeTimers({ now: 0, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

test('a client that writes too much waits, and no other client with it', async () => {
  const { api } = await apiOver([], { role: 'partner', limits: makeLimits() })
  async function write(client: string) {
    const request = new Request(`http://localhost${API_BASE}/reports?lang=en`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reports: [handedIn(1)] }),
    })
    rememberClient(request, client)
    return api.fetch(request)
  }
  for (let n = 0; n < 120; n += 1) expect((await write('192.0.2.1')).status).toBe(200)
  vi.setSystemTime(20_000)
  const late = await write('192.0.2.1')
  expect(late.status).toBe(429)
  expect(late.headers.get('Retry-After')).toBe('40')
  expect(await late.text()).toContain('Try again in 40 seconds')
  expect((await write('192.0.2.2')).status).toBe(200)
  vi.setSystemTime(61_000)
  expect((await write('192.0.2.1')).status).toBe(200)
})

test('what is given back does not count', async () => {
  const { refusals } = makeLimits()
  for (let n = 0; n < 30; n += 1) {
    expect(await refusals.take('somebody')).toBeNull()
    await refusals.giveBack('somebody')
  }
})
