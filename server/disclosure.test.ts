import { describe, expect, test } from 'vitest'
import type { ConvoyStage } from '#domain/convoy-report.ts'
import type { ReportBody } from '#domain/report.ts'
import { band, coarsenPosition } from './coarsen.ts'
import { disclose, secretOf } from './disclosure.ts'
import type { StoredReport } from './store/store.ts'

const noCounts = {
  size: null,
  tankersDeparted: null,
  tankersLost: null,
  tankersTurnedBack: null,
  litres: null,
}

function convoy(stage: ConvoyStage | null): ReportBody {
  const tankersArrived = { low: 123, best: 123, high: 123 }
  return {
    kind: 'convoy',
    product: null,
    convoy: 'K7',
    stage,
    escorted: true,
    convoys: null,
    tankersArrived,
    ...noCounts,
  }
}

function field(change: Partial<StoredReport>): StoredReport {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    revision: 1,
    observedAt: '2026-01-10T14:37:12.000Z',
    observedUntil: null,
    precision: 'minute',
    publishedAt: '2026-01-10T14:52:00.000Z',
    publishedAssumed: false,
    receivedAt: '2026-01-10T14:52:01.000Z',
    position: { place: 'station-17', lat: 12.6543, lon: -8.0123, precisionMetres: 50 },
    corridor: { axis: 'ci', corridor: 'ci-main', leg: 'bougouni-bamako' },
    source: { name: 'Partner', kind: 'partner', url: null, publishedOn: null },
    reliability: 'C',
    credibility: 3,
    review: 'unreviewed',
    sensitivity: 'restricted',
    event: null,
    note: 'seen from the roof of the depot',
    body: convoy('in_transit'),
    reporter: 'heron-41',
    ...change,
  }
}

describe('a convoy on the road', () => {
  test.each([
    'planned',
    'loading',
    'departed',
    'in_transit',
    'at_border',
    'customs',
    'assembling',
    'escorted',
    'held',
    'attacked',
    'partially_arrived',
    null,
  ] as const)('is never for the public while its stage is %s', (stage) =>
    expect(disclose(field({ body: convoy(stage) }), 'public')).toBeNull(),
  )

  test('is told to partners after 6 hours, as a segment and a band', () => {
    const seen = disclose(field({}), 'partner')
    // The full hour after the six: the minute it appears must not tell the minute it was seen.
    expect(seen?.visibleFrom).toBe('2026-01-10T21:00:00.000Z')
    expect(seen?.copy).toMatchObject({
      position: null,
      observedAt: '2026-01-10T14:00:00.000Z',
      note: null,
    })
    expect(seen?.copy.body).toMatchObject({
      convoy: null,
      tankersArrived: { low: 100, best: null, high: 199 },
    })
  })

  test('is told to analysts whole, but for who reported it', () => {
    const seen = disclose(field({}), 'analyst')
    expect(seen?.copy.body).toEqual(convoy('in_transit'))
    expect(JSON.stringify(seen)).not.toContain('heron-41')
  })
})

test('a convoy that has arrived is public 48 hours later: corridor, day and band', () => {
  const seen = disclose(field({ body: convoy('arrived') }), 'public')
  expect(seen?.visibleFrom).toBe('2026-01-13T00:00:00.000Z')
  expect(seen?.copy).toMatchObject({
    observedAt: '2026-01-10T00:00:00.000Z',
    publishedAt: '2026-01-10T00:00:00.000Z',
    receivedAt: '2026-01-10T00:00:00.000Z',
    precision: 'day',
    position: null,
  })
})

test('the delay of a report dated to a day runs from the end of that day', () => {
  const seen = disclose(field({ body: convoy('arrived'), precision: 'day' }), 'public')
  expect(seen?.visibleFrom).toBe('2026-01-13T00:00:00.000Z')
})

test('what a named source has published is public at once and as it stands', () => {
  const source = {
    name: 'RFI',
    kind: 'press' as const,
    url: 'https://example.org/a',
    publishedOn: null,
  }
  const seen = disclose(
    field({ source, sensitivity: 'published', body: convoy('in_transit') }),
    'public',
  )
  expect(seen).toMatchObject({
    visibleFrom: '1970-01-01T00:00:00.000Z',
    copy: { body: convoy('in_transit') },
  })
})

test('a planned delivery that the press printed waits until 48 hours after its day', () => {
  const source = {
    name: 'RFI',
    kind: 'press' as const,
    url: 'https://example.org/a',
    publishedOn: null,
  }
  const stored = field({
    source,
    sensitivity: 'published',
    precision: 'day',
    event: { id: 'plans', role: 'forward' },
  })
  expect(disclose(stored, 'public')?.visibleFrom).toBe('2026-01-12T23:59:59.999Z')
})

test('confidential reports are for analysts alone', () => {
  const stored = field({ sensitivity: 'confidential' })
  expect([disclose(stored, 'public'), disclose(stored, 'partner')]).toEqual([null, null])
  expect(disclose(stored, 'analyst')).not.toBeNull()
})

test('a restricted statement of no special kind is not public: in doubt it may not be', () => {
  const body = {
    kind: 'bulletin',
    product: null,
    metric: 'days_of_cover',
    value: null,
    unit: null,
  } as const
  expect(secretOf(field({ body }))).toBe('restricted')
  expect(disclose(field({ body }), 'public')).toBeNull()
})

test('coarsening is a grid, the same every time, and says how wide it is', () => {
  const fine = { place: 'station-17', lat: 12.6543, lon: -8.0123, precisionMetres: 50 }
  const coarse = { place: null, lat: 12.7, lon: -8, precisionMetres: 8000 }
  expect(coarsenPosition(fine, 'tenth-degree')).toEqual(coarse)
  expect(coarsenPosition(fine, 'named-area')).toEqual(coarse)
  const town = { place: 'bamako', lat: 12.649, lon: -8, precisionMetres: 2000 }
  expect(coarsenPosition(town, 'named-area')).toEqual({ ...town, lat: null, lon: null })
})

test.each([
  [0, { low: 0, best: 0, high: 0 }],
  [1, { low: 1, best: null, high: 9 }],
  [9, { low: 1, best: null, high: 9 }],
  [10, { low: 10, best: null, high: 49 }],
  [499, { low: 200, best: null, high: 499 }],
  [900, { low: 500, best: null, high: null }],
])('%i tankers are published as the band they fall in', (count, expected) => {
  expect(band({ low: count, best: count, high: count })).toEqual(expected)
})
