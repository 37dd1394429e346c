import { expect, test } from 'vitest'
import { Problem } from '#contract/problem.ts'
import { API_BASE } from '#contract/route.ts'
import { apiOver } from '#mocks/api-over.ts'
import { handedIn } from '#mocks/handed-in.ts'

const { api: partners } = await apiOver([], { role: 'partner' })
const { api: analysts } = await apiOver([], { role: 'analyst' })

async function misfitsOf(api: typeof partners, report: unknown) {
  const response = await api.request(`${API_BASE}/reports?lang=en`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [report] }),
  })
  return response.ok ? [] : (Problem.parse(await response.json()).parameters ?? [])
}

const published = { name: 'Studio Tamani', kind: 'press', url: 'https://example.org/1' } as const

test('what is handed in as published needs the address where it can be read', async () => {
  const report = handedIn(1, { sensitivity: 'published' })
  expect(await misfitsOf(analysts, report)).toEqual([
    {
      name: 'reports[0].source.url',
      reason: 'what is handed in as published needs the address where it can be read',
    },
  ])
})

test('a partner shows no convoy on the road to everybody by an address that anybody can make up', async () => {
  const report = handedIn(1, { sensitivity: 'published', source: published })
  expect(await misfitsOf(analysts, report)).toEqual([])
  const found = await misfitsOf(partners, report)
  expect(found.map(({ name }) => name)).toEqual(['reports[0].sensitivity'])
  expect(found[0]?.reason).toContain('only an analyst')
})

test.each([
  handedIn(1, {
    sensitivity: 'published',
    source: published,
    body: { kind: 'convoy', stage: 'planned' },
  }),
  handedIn(1, {
    sensitivity: 'published',
    source: published,
    body: { kind: 'bulletin', metric: 'tankers_planned' },
  }),
  handedIn(1, { event: { id: 'x', role: 'forward' } }),
])('%# a plan is never handed in as something that the public sees in two days', async (report) => {
  const [misfit] = await misfitsOf(analysts, report)
  expect(misfit?.reason).toContain('a plan must not be known before its day')
})
