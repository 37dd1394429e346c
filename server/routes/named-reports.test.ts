import { expect, test } from 'vitest'
import { ReportsAnswer } from '#contract/answers.ts'
import { apiOver, recordDrafts } from '#mocks/api-over.ts'

const { api } = await apiOver('record')
const drafts = await recordDrafts()

test('reports asked for by id are given wherever they lie, and no others', async () => {
  const ids = [drafts[0]?.id, drafts.at(-1)?.id]
  const response = await api.request(
    `/api/v1/reports?from=2025-11-01&to=2025-11-02&ids=${ids.join(',')}`,
  )
  const { reports, total } = ReportsAnswer.parse(await response.json())
  expect(new Set(reports.map(({ id }) => id))).toEqual(new Set(ids))
  expect(total).toBe(2)
})

test('an id that is none is refused by its name', async () => {
  const response = await api.request('/api/v1/reports?ids=everything')
  expect(response.status).toBe(400)
  expect(JSON.stringify(await response.json())).toContain('"ids"')
})
