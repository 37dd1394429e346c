import { beforeEach, expect, test } from 'vitest'
import { METRICS } from '#domain/series.ts'
import { answerFrom, server } from '#mocks/node.ts'
import { happeningsQuery } from './happenings.ts'
import { makeQueryClient } from './query-client.ts'
import { seriesQuery } from './series.ts'

const asked: string[] = []
beforeEach(async () => {
  asked.length = 0
  await answerFrom('record')
  server.events.removeAllListeners()
  server.events.on('request:start', ({ request }) => asked.push(request.url))
})

test('the series of a window are not asked for again once the timeline names that window', async () => {
  const client = makeQueryClient()
  const answer = await client.fetchQuery(seriesQuery(METRICS, {}))
  const { from, to } = answer.window
  const stepped = seriesQuery(METRICS, { from, to, at: to })
  expect(await client.fetchQuery(stepped)).toBe(answer)
  expect(asked).toHaveLength(1)
  // And it would have been the same.
  expect(await makeQueryClient().fetchQuery(stepped)).toEqual(answer)
})

test('nor is what happened in it', async () => {
  const client = makeQueryClient()
  const answer = await client.fetchQuery(happeningsQuery('incidents', { at: '2026-03-12' }))
  const { from, to, at } = answer.window
  const stepped = happeningsQuery('incidents', { from, to, at })
  expect(await client.fetchQuery(stepped)).toBe(answer)
  expect(asked).toHaveLength(1)
  expect(await makeQueryClient().fetchQuery(stepped)).toEqual(answer)
})

test('another window is asked for', async () => {
  const client = makeQueryClient()
  const { window } = await client.fetchQuery(seriesQuery(METRICS, {}))
  await client.fetchQuery(seriesQuery(METRICS, { from: '2025-09-01', to: window.to }))
  expect(asked).toHaveLength(2)
})
