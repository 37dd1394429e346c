import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { placesQuery } from '#api/geography.ts'
import type { Place } from '#domain/place.ts'
import { somePart } from '#testing/render.tsx'
import { Filters } from './Filters.tsx'

function place(id: string, kind: Place['kind'], change: Partial<Place> = {}): Place {
  const name = id.charAt(0).toUpperCase() + id.slice(1)
  return {
    id,
    name,
    nameFr: name,
    kind,
    country: 'MLI',
    admin1: null,
    admin1Pcode: null,
    pcode: null,
    lat: null,
    lon: null,
    precisionMetres: null,
    parent: null,
    leg: null,
    axis: null,
    rank: 3,
    recordNames: [],
    ...change,
  }
}

const PLACES = [
  place('kita', 'town'),
  place('kita/baobab', 'station', { parent: 'kita', name: 'Station Baobab' }),
  place('bamako', 'capital', { recordNames: ['Bamako'] }),
  place('road', 'road', { recordNames: ['the road'] }),
  place('unheard', 'town'),
]

async function renderFilters(asked?: string) {
  const client = new QueryClient()
  client.setQueryData(placesQuery().queryKey, new Map(PLACES.map((each) => [each.id, each])))
  const part = await somePart('en', { view: asked ? { place: asked } : {} })
  render(
    <QueryClientProvider client={client}>
      <Filters {...part} />
    </QueryClientProvider>,
  )
  const choice = screen.getByRole('combobox', { name: 'Place' })
  const optionsOf = (name: string) =>
    within(within(choice).getByRole('group', { name }))
      .queryAllByRole('option')
      .map(({ textContent }) => textContent)
  return { choice, optionsOf }
}

test('towns come first, those with known stations too; stations are not listed', async () => {
  const { optionsOf } = await renderFilters()
  expect(optionsOf('Towns and quarters')).toEqual(['Bamako', 'Kita'])
  expect(optionsOf('Other places')).toEqual(['Road'])
})

test('a station that is asked for is named, with its town', async () => {
  const { choice } = await renderFilters('kita/baobab')
  expect(choice).toHaveDisplayValue('Station Baobab, Kita')
})
