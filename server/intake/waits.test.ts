import { expect, test } from 'vitest'
import { Problem } from '#contract/problem.ts'
import { API_BASE } from '#contract/route.ts'
import { apiOver } from '#mocks/api-over.ts'
import { handedInQueue } from '#mocks/handed-in.ts'

const { api } = await apiOver([], { role: 'partner' })

async function refusedFields(report: object): Promise<string[]> {
  const response = await api.request(`${API_BASE}/reports?lang=en`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [report] }),
  })
  if (response.ok) return []
  const { parameters = [] } = Problem.parse(await response.json())
  for (const { reason } of parameters) expect(reason).toContain('are a convoy')
  return parameters.map(({ name }) => name)
}

test.each(['crossing-kouremale', 'road-kadiana-kolondieba', 'depots-bamako', 'port-dakar'])(
  'tankers that wait at %s are not told to the public as a queue',
  async (place) => {
    expect(await refusedFields(handedInQueue(1, { position: { place } }))).toEqual([
      'reports[0].position.place',
    ])
    const confidential = { position: { place }, sensitivity: 'confidential' } as const
    expect(await refusedFields(handedInQueue(2, confidential))).toEqual([])
  },
)

test('a queue on a leg of a corridor is a convoy too', async () => {
  const corridor = { axis: 'ci', leg: 'tengrela-kadiana' } as const
  expect(await refusedFields(handedInQueue(3, { corridor }))).toEqual(['reports[0].corridor.leg'])
})

test.each(['kadiana', 'bamako'])('a queue in %s is taken', async (place) => {
  const corridor = { axis: 'ci' } as const
  expect(await refusedFields(handedInQueue(4, { position: { place }, corridor }))).toEqual([])
})
