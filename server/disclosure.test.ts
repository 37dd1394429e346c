import { describe, expect, test } from 'vitest'
import type { ConvoyStage } from '#domain/convoy-report.ts'
import type { ReportBody } from '#domain/report.ts'
import { price, queue } from '#testing/some-report.ts'
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
    corridor: { axis: 'ci', corridor: 'ci-main', leg: null },
  })
})

test('what nobody published leads to no page of whoever told of it', () => {
  const source = {
    name: 'Relais',
    kind: 'community' as const,
    url: 'https://example.org/someone/posts/1',
    publishedOn: '2026-01-10',
  }
  const body = queue({ queueSeen: true })
  for (const reliability of ['B', 'C'] as const) {
    const seen = disclose(field({ source, body, reliability }), 'public')
    expect(seen?.copy.source).toEqual({ ...source, url: null, publishedOn: null })
  }
  expect(disclose(field({ source, body }), 'partner')?.copy.source).toEqual(source)
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

describe('a queue at a station', () => {
  const station = { place: 'bamako/etoile-3', lat: 12.6543, lon: -8.0123, precisionMetres: 50 }
  const seen = (change: Partial<StoredReport>) =>
    disclose(field({ body: queue({ queueSeen: true }), position: station, ...change }), 'public')

  test.each(['C', 'D', 'E', 'F'] as const)(
    'is the public’s by its town alone when a source graded %s tells of it',
    (reliability) => {
      const told = seen({ reliability })
      expect(told?.copy.position).toEqual({
        place: 'bamako',
        lat: null,
        lon: null,
        precisionMetres: null,
      })
      expect(JSON.stringify(told)).not.toMatch(/etoile|12\.6|8\.0|seen from/)
    },
  )

  test.each(['A', 'B'] as const)('keeps its station when a source graded %s does', (reliability) =>
    expect(seen({ reliability })?.copy).toMatchObject({
      position: station,
      observedAt: '2026-01-10T14:00:00.000Z',
      precision: 'hour',
    }),
  )

  test('is a cell of a tenth of a degree where it names no place', () => {
    expect(seen({ position: { ...station, place: null } })?.copy.position).toEqual({
      place: null,
      lat: 12.7,
      lon: -8,
      precisionMetres: 8000,
    })
  })
})

test('a parallel seller at a station is placed in its town, for partners too', () => {
  const position = { place: 'kayes/liberte', lat: 14.4, lon: -11.4, precisionMetres: 50 }
  const stored = field({ position, body: price(1500) })
  const places = (['public', 'partner'] as const).map(
    (role) => disclose(stored, role)?.copy.position,
  )
  const town = { place: 'kayes', lat: null, lon: null, precisionMetres: null }
  expect(places).toEqual([town, town])
})
