import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentAsker } from '#api/asker.ts'
import { getText } from '#api/client.ts'
import { INLINED_ID } from '#api/inlined.ts'
import { makeQueryClient } from '#api/query-client.ts'
import { ApiFailure } from '#contract/failure.ts'
import type { Role } from '#domain/role.ts'
import { fixedAccess } from '#server/access/access.ts'
import { answerFrom, server } from '#mocks/node.ts'
import { renderAlone } from '#testing/render.tsx'
import { App } from './App.tsx'

let role: Role = 'public'
const ask = (path: string) => getText(path, 'application/json', new AbortController().signal)
const SESSION = '/api/v1/session'

beforeEach(async () => {
  role = 'public'
  await answerFrom('record', { access: fixedAccess(() => role) })
})
afterEach(() => {
  document.getElementById(INLINED_ID)?.remove()
  vi.useRealTimers()
})

test('the public has a quiet way in, and no mark', async () => {
  renderAlone(<App />)
  expect(screen.getByRole('link', { name: 'Se connecter' })).toHaveAttribute('href', '/sign-in')
  await screen.findByRole('heading', { level: 1, name: /12 mars 2026/ })
  expect(screen.queryByText('Non public')).toBeNull()
})

test('whoever is more than the public is told from the first answer on', async () => {
  role = 'analyst'
  renderAlone(<App />)
  expect(await screen.findByRole('link', { name: /Session\s:\sAnalyste/ })).toBeVisible()
  await screen.findByRole('heading', { level: 1, name: /12 mars 2026/ })
  expect((await screen.findAllByText('Non public')).length).toBeGreaterThan(0)
  expect(screen.queryByText(/Votre session a pris fin/)).toBeNull()
})

test('the answer that came with the page is the public’s, and shown to nobody else', async () => {
  const inlined = document.createElement('script')
  inlined.type = 'application/json'
  inlined.id = INLINED_ID
  inlined.dataset['search'] = ''
  inlined.textContent = JSON.stringify({
    window: { from: '2025-08-25', to: '2026-01-18', at: '2026-01-18', known: null, vintage: null },
    record: {
      lastEligible: '2026-01-18',
      lastAny: null,
      first: null,
      reports: 1,
      sources: 1,
      daysSilent: 1,
    },
    headlines: [],
    corridors: [],
  })
  document.body.append(inlined)
  role = 'partner'
  renderAlone(<App />)
  expect(screen.getByRole('heading', { level: 1, name: /18 janvier 2026/ })).toBeVisible()
  expect(await screen.findByRole('heading', { level: 1, name: /12 mars 2026/ })).toBeVisible()
})

test('a session that ends empties what was kept, and is told', async () => {
  role = 'analyst'
  renderAlone(<App />)
  await screen.findByRole('link', { name: /Session\s:\sAnalyste/ })
  role = 'public'
  await ask(SESSION).catch(() => undefined)
  expect(await screen.findByText(/Votre session a pris fin/)).toBeVisible()
  expect(screen.queryByRole('link', { name: /^Session/ })).toBeNull()
  await waitFor(() => expect(screen.queryByText('Non public')).toBeNull())
})

test('nothing of one role is left in the cache for the next', async () => {
  const client = makeQueryClient()
  role = 'analyst'
  await ask(SESSION).catch(() => undefined)
  client.setQueryData(['reports'], 'of an analyst')
  role = 'public'
  await ask(SESSION).catch(() => undefined)
  expect(client.getQueryCache().getAll()).toEqual([])
})

test('an answer to what was asked before a turn is not shown, and turns nothing back', async () => {
  let late = (_: Response) => {}
  const answer = new Promise<Response>((resolve) => (late = resolve))
  server.use(http.get('/api/v1/late', () => answer))
  role = 'analyst'
  await ask(SESSION).catch(() => undefined)
  const before = ask('/api/v1/late')
  role = 'public'
  await ask(SESSION).catch(() => undefined)
  late(HttpResponse.json({}, { headers: { 'X-Data-Mode': 'live', 'X-Jauge-Role': 'analyst' } }))
  await expect(before).rejects.toThrow('network')
  expect(currentAsker()).toMatchObject({ role: 'public', lapsed: true })
})

test('a proxy or a server that breaks ends no session', async () => {
  role = 'partner'
  await ask(SESSION).catch(() => undefined)
  server.use(
    http.get('/api/v1/x', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })),
  )
  await expect(ask('/api/v1/x')).rejects.toBeInstanceOf(ApiFailure)
  const headers = { 'X-Data-Mode': 'live' }
  server.use(http.get('/api/v1/x', () => HttpResponse.json({}, { status: 500, headers })))
  await expect(ask('/api/v1/x')).rejects.toBeInstanceOf(ApiFailure)
  expect(currentAsker().role).toBe('partner')
})

test('what is read as more than the public is never taken from the browser’s cache', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  role = 'partner'
  await ask(SESSION).catch(() => undefined)
  await ask(SESSION)
  expect(asked.mock.lastCall?.[1]).toMatchObject({ cache: 'no-store' })
  asked.mockRestore()
})
