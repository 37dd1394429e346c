import { beforeEach, expect, test } from 'vitest'
import { happeningsQuery } from '#api/happenings.ts'
import { makeQueryClient } from '#api/query-client.ts'
import { throughout } from '#api/question.ts'
import { seriesQuery } from '#api/series.ts'
import { METRICS } from '#domain/series.ts'
import { answerFrom, server } from '#mocks/node.ts'
import { keepNamed } from './keep-named.ts'

const asked: string[] = []
beforeEach(async () => {
  await answerFrom('record')
  asked.length = 0
  server.events.removeAllListeners()
  server.events.on('request:start', ({ request }) => asked.push(request.url))
})

test('the first step asks nothing about the window again, and would have been answered the same', async () => {
  const client = makeQueryClient()
  const series = await client.fetchQuery(seriesQuery(METRICS, {}))
  const { window } = series
  const incidents = await client.fetchQuery(happeningsQuery('incidents', throughout({}, window)))
  keepNamed(client, {}, window)
  const stepped = { from: window.from, to: window.to, at: '2026-01-15' }
  const [again, happened] = [
    seriesQuery(METRICS, stepped),
    happeningsQuery('incidents', throughout(stepped, window)),
  ]
  expect(await client.fetchQuery(again)).toBe(series)
  expect(await client.fetchQuery(happened)).toBe(incidents)
  expect(asked).toHaveLength(2)
  expect(await makeQueryClient().fetchQuery(again)).toEqual(series)
  expect(await makeQueryClient().fetchQuery(happened)).toEqual(incidents)
})

test('another window is asked for', async () => {
  const client = makeQueryClient()
  const { window } = await client.fetchQuery(seriesQuery(METRICS, {}))
  keepNamed(client, {}, window)
  await client.fetchQuery(seriesQuery(METRICS, { from: '2025-09-01', to: window.to }))
  expect(asked).toHaveLength(2)
})
