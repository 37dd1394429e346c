import { expect, test } from 'vitest'
import { ReportsQuery } from '#contract/query.ts'
import { Problem } from '#contract/problem.ts'
import { apiOver } from '#mocks/api-over.ts'
import { parametersOf } from './parameters.ts'

const { api } = await apiOver('record')

async function refusal(search: string, headers: Record<string, string> = {}) {
  const response = await api.request(`/api/v1/reports?${search}`, { headers })
  expect(response.status).toBe(400)
  return Problem.parse(await response.json())
}

test.each([
  ['from=2025-13-01', 'from', 'must be a calendar day, written YYYY-MM-DD'],
  ['to=yesterday', 'to', 'must be a calendar day, written YYYY-MM-DD'],
  ['at=2025-02-29', 'at', 'must be a calendar day, written YYYY-MM-DD'],
  ['known=', 'known', 'must be a calendar day, written YYYY-MM-DD'],
  ['vintage=2025-11-08', 'vintage', 'must be a UTC instant, written YYYY-MM-DDTHH:MM:SSZ'],
  ['corridor=north', 'corridor', 'must be one of these values: ci, sn, gn, ne'],
  ['product=kerosene', 'product', 'must be one of these values: petrol, diesel, lpg, jet'],
  ['kind=rumour', 'kind', 'must be one of these values: queue, price, convoy, incident, bulletin'],
  ['limit=501', 'limit', 'must be a whole number from 1 to 500'],
  ['limit=0', 'limit', 'must be a whole number from 1 to 500'],
  ['limit=many', 'limit', 'must be a whole number from 1 to 500'],
  ['limit=1.5', 'limit', 'must be a whole number from 1 to 500'],
  ['cursor=abc', 'cursor', 'is not a cursor that this address gave'],
  ['place=atlantis', 'place', 'this place is not in the gazetteer'],
  ['at=2025-10-01&at=2025-10-02', 'at', 'this parameter is given more than once'],
  ['from=2026-02-01&to=2026-01-01', 'from', 'starts after the end of the window (2026-01-01)'],
  ['to=1990-01-01&from=1995-01-01', 'from', 'starts after the end of the window (1990-01-01)'],
  [
    'from=2025-10-01&to=2025-10-31&at=2025-11-01',
    'at',
    'must lie inside the window, from 2025-10-01 to 2025-10-31',
  ],
  ['from=1989-01-01&to=2026-01-01', 'from', 'the window is longer than 30 years'],
  ['vintage=2099-01-01T00:00:00Z', 'vintage', 'lies in the future'],
  ['at=2099-01-01', 'at', 'lies in the future'],
  ['to=9999-12-31', 'to', 'must be of the years 1900 to 2199'],
  ['known=0000-01-01', 'known', 'must be of the years 1900 to 2199'],
  ['vintage=0000-01-01T00:00:00Z', 'vintage', 'must be of the years 1900 to 2199'],
  ['constructor=1', 'constructor', 'there is no such parameter here'],
  ['__proto__=1', '__proto__', 'there is no such parameter here'],
])('%s is refused, and the reason names "%s"', async (search, name, reason) => {
  const { parameters } = await refusal(`${search}&lang=en`)
  expect(parameters).toEqual([{ name, reason }])
})

test('every misfit is named at once, so that nobody has to guess again', async () => {
  const { parameters, detail } = await refusal('from=x&foo=1&limit=0&lang=en')
  expect(parameters?.map(({ name }) => name)).toEqual(['foo', 'from', 'limit'])
  expect(detail).toBe('3 parameters do not fit: foo, from, limit.')
})

test.each([
  ['', undefined, 'Paramètres à corriger'],
  ['', 'en-GB,en;q=0.9', 'Parameters to correct'],
  ['', 'de, fr;q=0.5, en;q=0.4', 'Paramètres à corriger'],
  ['', 'en;q=0, de', 'Paramètres à corriger'],
  ['&lang=en', 'fr', 'Parameters to correct'],
  ['&lang=fr', 'en', 'Paramètres à corriger'],
  ['&lang=de', 'en', 'Parameters to correct'],
])('lang "%s" and Accept-Language "%s" are answered with "%s"', async (lang, header, title) => {
  const problem = await refusal(
    `foo=1${lang}`,
    header === undefined ? {} : { 'Accept-Language': header },
  )
  expect(problem.title).toBe(title)
})

test('what fits is read with its types', () => {
  const asked = new URLSearchParams('from=2025-10-01&limit=7&kind=price&lang=fr')
  expect(parametersOf(asked, ReportsQuery)).toEqual({
    from: '2025-10-01',
    limit: 7,
    kind: 'price',
    lang: 'fr',
  })
})
