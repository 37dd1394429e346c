import { expect, test } from 'vitest'
import { ReportsAnswer } from '#contract/report-answers.ts'
import { apiOn, apiOver, recordDrafts } from '#mocks/api-over.ts'
import type { ReportStore } from '#server/store/store.ts'

const { api, store } = await apiOver('record')
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

test('however many are asked for, the store is asked once', async () => {
  let questions = 0
  const counted: ReportStore = {
    ...store,
    async newest(...asked) {
      questions += 1
      return store.newest(...asked)
    },
    async revisions() {
      throw new Error('A question for each.')
    },
  }
  const ids = drafts.slice(0, 50).map(({ id }) => id)
  const response = await (await apiOn(counted)).request(`/api/v1/reports?ids=${ids.join(',')}`)
  expect(ReportsAnswer.parse(await response.json()).total).toBe(50)
  expect(questions).toBe(1)
})

test('an id that is none is refused by its name', async () => {
  const response = await api.request('/api/v1/reports?ids=everything')
  expect(response.status).toBe(400)
  expect(JSON.stringify(await response.json())).toContain('"ids"')
})
