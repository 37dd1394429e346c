import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { SitesAnswer } from '#contract/answers.ts'
import { ReportsGeoJson } from '#contract/report-answers.ts'
import { API_BASE } from '#contract/route.ts'
import { DATA_MODES } from '#domain/data-mode.ts'
import { apiOver } from '#mocks/api-over.ts'

describe.each(DATA_MODES)('when the data are %s', async (dataMode) => {
  const { api } = await apiOver('record', { dataMode })
  const ask = (path: string, init?: RequestInit) => api.request(API_BASE + path, init)
  // From the router and not from a list: an address that is added later cannot forget what it must say.
  const mounted = api.routes.filter(({ path }) => path !== '/*')
  const addresses = mounted.map(({ method, path }) => ({
    method: method === 'ALL' ? 'DELETE' : method,
    address: path.replace(/:metrics(\{[^}]*\})?/, 'wait.csv').replace(':id', 'nobody'),
  }))

  test('there are addresses to ask', () => {
    expect(addresses.length).toBeGreaterThan(30)
  })

  test.each(addresses)('$method $address says so in its header', async ({ method, address }) => {
    const response = await api.request(address, { method })
    expect(response.headers.get('X-Data-Mode')).toBe(dataMode)
    // Pages elsewhere may read what the public may; what changes something is for pages of ours.
    const shown = response.headers.get('Access-Control-Expose-Headers')
    expect(shown?.includes('X-Data-Mode') ?? false).toBe(method === 'GET' || method === 'OPTIONS')
  })

  test('so does an address where nothing is, and an answer that the asker holds already', async () => {
    const missing = await ask('/nothing')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('X-Data-Mode')).toBe(dataMode)
    const tag = (await ask('/situation')).headers.get('ETag') ?? ''
    const held = await ask('/situation', { headers: { 'If-None-Match': tag } })
    expect(held.status).toBe(304)
    expect(held.headers.get('X-Data-Mode')).toBe(dataMode)
  })

  test.each(['/reports.csv', '/series/arrivals,prices.csv'])(
    'every row of %s says so, and so does the file’s name',
    async (path) => {
      const response = await ask(path)
      const rows = parse<Record<string, string>>(await response.text(), { columns: true })
      expect(rows.length).toBeGreaterThan(20)
      expect(new Set(rows.map((row) => row['data_mode']))).toEqual(new Set([dataMode]))
      const name = response.headers.get('Content-Disposition')
      expect(name?.includes('filename="jauge-demo-')).toBe(dataMode === 'demo')
    },
  )

  test.each([
    ['/reports.geojson', ReportsGeoJson],
    ['/sites', SitesAnswer],
  ] as const)('the collection %s says so, and each feature in it', async (path, schema) => {
    const collection = schema.parse(await (await ask(path)).json())
    const marked = collection.features.map(({ properties }) => properties['data_mode'])
    expect(marked.length).toBeGreaterThan(5)
    expect(new Set([collection.data_mode, ...marked])).toEqual(new Set([dataMode]))
  })

  test('the description of the API says so', async () => {
    const text = await (await ask('/openapi.json')).text()
    expect(JSON.parse(text)).toHaveProperty('info.x-data-mode', dataMode)
    expect(text.includes('DEMO – simulated data')).toBe(dataMode === 'demo')
  })
})
