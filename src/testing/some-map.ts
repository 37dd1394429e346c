import type { Happening } from '#domain/happening.ts'
import type { Place } from '#domain/place.ts'

/** An attack near Bamako with no toll, for tests. */
export function someHappening(change: Partial<Happening> = {}): Happening {
  return {
    id: 'event-1',
    kind: 'incident',
    period: { from: '2026-01-29', to: '2026-01-29' },
    position: { place: 'bamako', lat: null, lon: null, precisionMetres: 20_000 },
    corridor: null,
    stage: null,
    incident: 'attack',
    witnesses: [{ report: 'report-1', source: 'RFI', code: 'B2' }],
    claim: false,
    freshness: 'fresh',
    accounts: [],
    reports: ['report-1'],
    ...change,
  }
}

function somePlace(id: string, name: string, change: Partial<Place>): [string, Place] {
  const nothing = {
    admin1: null,
    admin1Pcode: null,
    pcode: null,
    parent: null,
    leg: null,
    axis: null,
  }
  const place: Place = {
    id,
    name,
    nameFr: name,
    kind: 'town',
    country: 'MLI',
    lat: null,
    lon: null,
    precisionMetres: null,
    rank: 1,
    recordNames: [],
    ...nothing,
    ...change,
  }
  return [id, place]
}

/** A capital, a border post and a country, for tests. */
export const somePlaces: ReadonlyMap<string, Place> = new Map([
  somePlace('bamako', 'Bamako', { kind: 'capital', lat: 12.649, lon: -8, precisionMetres: 2000 }),
  somePlace('kayes', 'Kayes', { lat: 14.443, lon: -11.438, precisionMetres: 2000 }),
  somePlace('mali', 'Mali', { kind: 'country', rank: 3 }),
])
