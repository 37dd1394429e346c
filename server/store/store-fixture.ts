import type { Instant } from '#domain/time.ts'
import type { Gate, StoreParts } from './copies.ts'
import type { Draft, Reading } from './store.ts'

/** The moment at which each test of a store begins. */
export const START = '2026-01-10T12:00:00.000Z'
let now: Instant = START

/** Sets the clock that stamps. */
export function setNow(instant: Instant): void {
  now = instant
}

/** What every tested store is made with: a clock that the tests set, and a gate of three simple rules. */
export const SUITE_PARTS: StoreParts = { now: () => now, gate: suiteGate }

/** Confidential: never below analyst. Restricted: two days after it was true. Notes are for partners. */
function suiteGate(...[stored, role]: Parameters<Gate>): ReturnType<Gate> {
  const { reporter: _reporter, ...copy } = stored
  if (role === 'analyst' || role === 'admin')
    return { visibleFrom: '1970-01-01T00:00:00.000Z', copy }
  if (stored.sensitivity === 'confidential') return null
  const delay = stored.sensitivity === 'restricted' ? 2 * 86_400_000 : 0
  const visibleFrom = new Date(Date.parse(stored.observedAt) + delay).toISOString()
  return { visibleFrom, copy: { ...copy, note: role === 'public' ? null : stored.note } }
}

export function draftOf(n: number, change: Partial<Draft> = {}): Draft {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    observedAt: '2026-01-01T00:00:00.000Z',
    observedUntil: null,
    precision: 'day',
    publishedAt: '2026-01-02T00:00:00.000Z',
    publishedAssumed: false,
    position: { place: 'bamako', lat: 12.64, lon: -8, precisionMetres: 5000 },
    corridor: null,
    source: { name: 'Studio Tamani', kind: 'press', url: null, publishedOn: null },
    reliability: 'B',
    credibility: 2,
    review: 'unreviewed',
    sensitivity: 'published',
    event: null,
    note: 'first',
    reporter: 'heron',
    body: {
      kind: 'bulletin',
      product: null,
      metric: 'days_of_cover',
      value: { low: 3, best: 3, high: 3 },
      unit: 'days',
    },
    ...change,
  }
}

export function readingOf(change: Partial<Reading> = {}): Reading {
  return { role: 'analyst', clock: now, vintage: null, known: null, observed: null, ...change }
}

/** Empties a database for the next test. What only ever grows has to be let go first, as nothing in the product can. */
export const EMPTY_SQL = `
  alter table jauge.audit disable trigger user; alter table jauge.purged disable trigger user;
  truncate jauge.revisions, jauge.copies, jauge.purged, jauge.audit, jauge.access_keys, jauge.sessions;
  update jauge.deployment set version = 0, last_received = null;
  alter table jauge.audit enable always trigger audit_only_grows;
  alter table jauge.purged enable always trigger purged_only_grows;
`
