import { expect, test } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'

const { api } = await apiOver('record')
const ask = (path: string, headers: Record<string, string> = {}) =>
  api.request(`/api/v1${path}`, { headers })

test('whoever holds the answer already is told so, and gets no body', async () => {
  const tag = (await ask('/situation')).headers.get('ETag') ?? ''
  expect(tag).toMatch(/^W\/"/)
  for (const held of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
    const again = await ask('/situation', { 'If-None-Match': held })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('ETag')).toBe(tag)
    expect(again.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=60')
  }
  expect((await ask('/situation', { 'If-None-Match': '"other"' })).status).toBe(200)
})

test('another question has another tag', async () => {
  const tags = ['/situation', '/situation?at=2026-01-01', '/sites'].map(async (path) =>
    (await ask(path)).headers.get('ETag'),
  )
  expect(new Set(await Promise.all(tags)).size).toBe(3)
})

test('the tag names the body and not the moment', async () => {
  let now = '2026-11-22T12:00:00.000Z'
  const { api } = await apiOver('record', { now: () => now })
  const tag = async () => (await api.request('/api/v1/series/wait')).headers.get('ETag')
  const first = await tag()
  now = '2026-11-22T18:00:00.000Z'
  expect(await tag()).toBe(first)
})

test('a public answer may be kept for half a minute, a pinned one for an hour', async () => {
  expect((await ask('/situation')).headers.get('Cache-Control')).toBe(
    'public, max-age=30, stale-while-revalidate=60',
  )
  const pinned = await ask('/situation?vintage=2026-11-20T09:00:00Z')
  expect(pinned.headers.get('Cache-Control')).toBe('public, max-age=600, must-revalidate')
  expect(pinned.headers.get('Vary')).toBe('Authorization, Cookie')
})

test('what a trusted reader sees is kept nowhere', async () => {
  const { api } = await apiOver('record', { role: 'partner' })
  const response = await api.request('/api/v1/situation')
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  expect(response.headers.get('ETag')).toBeNull()
})
