import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Site } from '#domain/site.ts'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import { someHappening, somePlaces } from '#testing/some-map.ts'
import { MapList } from './MapList.tsx'
import { tollText } from '#figures/map/toll-words.ts'

beforeAll(() => wordsReady('en', 'detail'))

const estimate = (low: number, best: number | null, high: number) => ({ low, best, high })
const bamako: Site = {
  place: 'bamako',
  position: { place: 'bamako', lat: 12.649, lon: -8, precisionMetres: 2000 },
  readings: [
    {
      aspect: 'wait',
      product: null,
      value: estimate(4, 8, 12),
      state: null,
      day: '2026-01-28',
      freshness: 'fresh',
      code: 'B2',
      source: 'Studio Tamani',
      report: 'wait-1',
    },
    {
      aspect: 'parallel-price',
      product: 'petrol',
      value: estimate(1250, 1250, 1250),
      state: null,
      day: '2025-12-01',
      freshness: 'unknown',
      code: 'C3',
      source: 'Mali24',
      report: 'price-1',
    },
  ],
  freshness: 'fresh',
}

async function drawList(change: Partial<Parameters<typeof MapList>[0]> = {}) {
  const onOpen = vi.fn()
  render(
    <MapList
      mark={null}
      reader="public"
      states={[
        {
          axis: 'sn',
          status: 'contested',
          reasons: [
            {
              code: 'tankers-lost',
              day: '2026-01-29',
              until: null,
              value: 40,
              leg: null,
              report: 'r',
            },
            {
              code: 'arrivals',
              day: '2026-01-20',
              until: null,
              value: null,
              leg: null,
              report: 'r',
            },
          ],
          legs: [],
          corridors: [],
          freshness: 'fresh',
          lastReported: '2026-01-29',
          lastKnown: null,
        },
      ]}
      sites={[bamako]}
      convoys={[]}
      incidents={[someHappening()]}
      corridors={[]}
      legs={new Map()}
      at="2026-01-30"
      places={somePlaces}
      lang="en"
      say={wordsIn('en')}
      onOpen={onOpen}
      {...change}
    />,
  )
  screen.getByRole('group').setAttribute('open', '')
  await screen.findByText(/Ages count back/)
  return { onOpen, user: userEvent.setup() }
}
const section = (name: string) => within(screen.getByRole('region', { name }))

test('a way in is listed with its status, its reasons and its last report', async () => {
  await drawList()
  const roads = section('Corridors')
  expect(roads.getByText(/Senegal/, { selector: 'strong' }).textContent).toContain('contested')
  expect(roads.getByText('40 tankers lost on 29 Jan 2026')).toBeVisible()
  expect(roads.getByText(/29 January 2026$/, { selector: 'p' })).toBeVisible()
})

test('an arrival that nobody counted is not listed as none', async () => {
  await drawList()
  expect(section('Corridors').getByText('arrival reported on 20 Jan 2026, uncounted')).toBeVisible()
  expect(screen.queryByText(/^0 tankers/)).toBeNull()
})

test('a place is listed with each figure, its range, day, age, freshness, source and code', async () => {
  await drawList()
  const places = section('Queues and prices')
  expect(places.getByText('Bamako')).toBeVisible()
  const wait = places.getByText(/Wait/, { selector: 'b' }).closest('li')
  expect(wait?.textContent?.replaceAll(/\s/g, ' ')).toContain('8 h (4–12 h)')
  expect(wait).toHaveTextContent('28 January 2026 · 2 days before · fresh · Studio Tamani (B2)')
  const price = places.getByText(/1,250/, { selector: 'b' }).closest('li')
  expect(price).toHaveTextContent('60 days before')
  expect(price).toHaveTextContent('Mali24 (C3)')
})

test('an incident without a toll says so, with who says it and how rough its place is', async () => {
  await drawList()
  const incidents = section('Incidents')
  expect(incidents.getByText('Attack, Bamako', { selector: 'strong' })).toBeVisible()
  expect(incidents.getByText('toll not given')).toBeVisible()
  expect(incidents.getByText(/1 day before · position known to within 20 km/)).toBeVisible()
  expect(incidents.getByText('Source: RFI (B2)')).toBeVisible()
})

test('an incident whose dead are counted says so, and that its tankers are not', async () => {
  const killed = { quantity: 'peopleKilled', value: estimate(5, 5, 5), voices: [], claims: [] }
  const incident = someHappening({ accounts: [killed] })
  await drawList({ incidents: [incident] })
  const incidents = section('Incidents')
  expect(incidents.getByText('tankers: unknown')).toBeVisible()
  expect(incidents.getByText('People killed: 5')).toBeVisible()
  expect(incidents.queryByText('toll not given')).toBeNull()
  expect(tollText(incident, 'en', wordsIn('en'))).toBe('tankers: unknown · 5 people killed')
})

test('a claimed figure stands beside the range and is called a claim', async () => {
  const claims = [
    {
      report: 'r',
      role: 'claim' as const,
      value: estimate(80, 80, 80),
      code: 'D4',
      source: 'Tanakra',
    },
  ]
  const accounts = [
    { quantity: 'tankersDestroyed', value: estimate(20, 40, 40), voices: [], claims },
    { quantity: 'peopleKilled', value: null, voices: [], claims },
  ]
  await drawList({ incidents: [someHappening({ accounts, claim: true })] })
  const incidents = section('Incidents')
  expect(incidents.getByText('Tankers destroyed: 40 (20 to 40)').closest('li')).toHaveTextContent(
    'Outside the range: 80 (Tanakra, D4).',
  )
  expect(incidents.getByText('People killed: unknown')).toBeVisible()
  expect(incidents.getByText('A claim only, left out of every figure')).toBeVisible()
})

test('an empty layer says that silence is not calm, and one switched off is not listed', async () => {
  await drawList({ incidents: null })
  expect(section('Convoys').getByText(/a silence, not necessarily a halt/)).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Incidents' })).toBeNull()
})

test('every entry opens what stands behind it, by a button that names it', async () => {
  const { onOpen, user } = await drawList()
  await user.click(screen.getByRole('button', { name: /Senegal$/ }))
  await user.click(screen.getByRole('button', { name: /^Open the report.*Bamako, Wait/ }))
  await user.click(screen.getByRole('button', { name: /Attack, Bamako$/ }))
  expect(onOpen.mock.calls.map(([opened]) => opened)).toEqual([
    { kind: 'corridor', id: 'sn' },
    { kind: 'report', id: 'wait-1' },
    { kind: 'event', id: 'event-1' },
  ])
})
