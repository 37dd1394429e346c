import { expect, test } from 'vitest'
import { HandedIn } from '#contract/intake.ts'
import { Problem } from '#contract/problem.ts'
import { API_BASE } from '#contract/route.ts'
import { REPORT_KINDS } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import { apiOver } from '#mocks/api-over.ts'
import { handedIn, handedInQueue } from '#mocks/handed-in.ts'

const { api } = await apiOver([], { role: 'partner' })

async function misfitsOf(report: unknown, lang = 'en') {
  const response = await api.request(`${API_BASE}/reports?lang=${lang}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [report] }),
  })
  return response.ok ? [] : (Problem.parse(await response.json()).parameters ?? [])
}

const published = { name: 'Studio Tamani', kind: 'press', url: 'https://example.org/1' } as const
const convoy = (change: object) => handedIn(1, { body: { kind: 'convoy', ...change } })
const queue = (change: object) => handedInQueue(1, { body: { kind: 'queue', ...change } })

test.each([
  [{ ...handedIn(1), id: 'x' }, 'id', 'must be a UUID of version 4'],
  [
    handedIn(1, { id: '8d3c0c26-8a25-51b7-91ae-4eba69af2408' }),
    'id',
    'must be a UUID of version 4',
  ],
  [{ ...handedIn(1), body: undefined }, 'body', 'is missing'],
  [{ ...handedIn(1), source: undefined }, 'source', 'is missing'],
  [
    { ...handedIn(1), body: { kind: 'rumour' } },
    'body.kind',
    `must be one of these values: ${REPORT_KINDS.join(', ')}`,
  ],
  [{ ...handedIn(1), driver: 'x' }, 'driver', 'there is no such field here'],
  [{ ...handedIn(1), review: 'confirmed' }, 'review', 'there is no such field here'],
  [{ ...handedIn(1), reporter: 'x' }, 'reporter', 'there is no such field here'],
  [
    { ...handedIn(1), receivedAt: '2020-01-01T00:00:00Z' },
    'receivedAt',
    'there is no such field here',
  ],
  [
    { ...handedIn(1), credibility: 7 },
    'credibility',
    'must be one of these values: 1, 2, 3, 4, 5, 6',
  ],
  [{ ...handedIn(1), note: 7 }, 'note', 'must be text'],
  [handedIn(1, { note: 'x'.repeat(501) }), 'note', 'must be of 500 characters at most'],
  [
    handedIn(1, { observedAt: '22/11/2026' }),
    'observedAt',
    'must be a UTC instant, written YYYY-MM-DDTHH:MM:SSZ',
  ],
  [handedIn(1, { observedAt: '2026-11-22T12:06:00Z' }), 'observedAt', 'lies in the future'],
  [handedIn(1, { observedUntil: '2026-11-23T00:00:00Z' }), 'observedUntil', 'lies in the future'],
  [
    handedIn(1, { observedUntil: '2026-11-22T10:00:00Z' }),
    'observedUntil',
    'lies before observedAt',
  ],
  [
    handedIn(1, { observedAt: '2024-01-01T00:00:00Z', observedUntil: '2026-01-01T00:00:00Z' }),
    'observedUntil',
    'the window is longer than 370 days',
  ],
  [
    handedIn(1, { observedAt: '0000-01-01T00:00:00Z' }),
    'observedAt',
    'must be of the years 1900 to 2199',
  ],
  [handedIn(1, { publishedAt: '2026-12-01T00:00:00Z' }), 'publishedAt', 'lies in the future'],
  [
    handedIn(1, { source: { ...published, publishedOn: '2026-11-24' } }),
    'source.publishedOn',
    'lies in the future',
  ],
  [
    handedIn(1, { position: { lat: 48.85, lon: 2.35, precisionMetres: 10 } }),
    'position.lat',
    'must be 26 at most',
  ],
  [
    handedIn(1, { position: { lat: 12.6, lon: -80, precisionMetres: 10 } }),
    'position.lon',
    'must be -18.5 at least',
  ],
  [handedIn(1, { position: { lat: 12.6, precisionMetres: 10 } }), 'position.lon', 'is missing'],
  [handedIn(1, { position: { lat: 12.6, lon: -8 } }), 'position.precisionMetres', 'is missing'],
  [handedIn(1, { position: {} }), 'position.place', 'is missing'],
  [
    handedIn(1, { position: { place: 'atlantis' } }),
    'position.place',
    'this place is not in the gazetteer',
  ],
  [
    handedIn(1, { corridor: { axis: 'sn', corridor: 'ci-main' } }),
    'corridor.corridor',
    'there is no such corridor on this axis',
  ],
  [
    handedIn(1, { corridor: { axis: 'sn', leg: 'tengrela-kadiana' } }),
    'corridor.leg',
    'there is no such leg on this corridor',
  ],
  [
    handedIn(1, { source: { ...published, url: 'javascript:alert(1)' } }),
    'source.url',
    'must be a web address that begins with https:// or http://',
  ],
  [
    handedIn(1, { reliability: 'A' }),
    'reliability',
    'may be one of C, D, E, F: higher grades are an analyst’s to give',
  ],
  [
    handedIn(1, { credibility: 2 }),
    'credibility',
    'may be one of 3, 4, 5, 6: higher grades are an analyst’s to give',
  ],
  [convoy({ tankersDeparted: { best: -1 } }), 'body.tankersDeparted.best', 'must be 0 at least'],
  [
    convoy({ tankersDeparted: { best: 1.5 } }),
    'body.tankersDeparted.best',
    'must be a whole number',
  ],
  [
    convoy({ tankersDeparted: { low: 9, best: 3 } }),
    'body.tankersDeparted',
    'low, best and high must be in this order',
  ],
  [convoy({ tankersDeparted: {} }), 'body.tankersDeparted.best', 'is missing'],
  [queue({ waitHours: { best: 10_000 } }), 'body.waitHours.best', 'must be 720 at most'],
  [queue({ stations: { openShare: 50 } }), 'body.stations.openShare', 'must be 1 at most'],
])('%# a report is refused for its field', async (report, field, reason) => {
  expect(await misfitsOf(report)).toEqual([{ name: `reports[0].${field}`, reason }])
  const [french] = await misfitsOf(report, 'fr')
  expect(french?.name).toBe(`reports[0].${field}`)
  expect(french?.reason).not.toBe(reason)
})

test.each([
  [handedIn(1, { note: 'Appeler le 76 12 34 56' }), 'note', 'a telephone number'],
  [
    handedIn(1, { source: { ...published, name: 'Awa +223 76123456' } }),
    'source.name',
    'a telephone number',
  ],
  [convoy({ convoy: 'AB-1234-MD' }), 'body.convoy', 'a number plate'],
  [
    handedIn(1, { event: { id: 'awa:22376123456', role: 'best' } }),
    'event.id',
    'a telephone number',
  ],
  [handedIn(1, { note: 'voir awa@exemple.ml' }), 'note', 'a mail address'],
  [
    handedIn(1, { source: { ...published, url: 'https://wa.me/22376123456' } }),
    'source.url',
    'a telephone number',
  ],
  [
    handedIn(1, { source: { ...published, url: 'https://awa:secret@example.org/' } }),
    'source.url',
    'a web address',
  ],
])('%# nothing is kept that leads to a person', async (report, field, what) => {
  const [misfit] = await misfitsOf(report)
  expect(misfit?.name).toBe(`reports[0].${field}`)
  expect(misfit?.reason).toContain(what)
})

test.each(['attack-20261122-2', 'attack-2026-11-22', '12345678-1234-4123-8123-123456789012'])(
  '“%s” names an event, and nobody’s telephone',
  async (id) => {
    expect(await misfitsOf(handedIn(1, { event: { id, role: 'best' } }))).toEqual([])
  },
)

test('letters that turn a text around are refused', async () => {
  const [misfit] = await misfitsOf(handedIn(1, { note: 'calme\u202eemlac' }))
  expect(misfit?.reason).toBe('holds characters that are not seen; type it anew')
})

test('half a letter is refused, and in an address whatever is not seen', async () => {
  const [half] = await misfitsOf(handedIn(1, { note: 'calme \ud83d' }))
  expect(half?.name).toContain('note')
  for (const end of ['\ud83d', '\u0000', '\u202e']) {
    const source = { name: 'RFI', kind: 'press', url: `https://example.org/${end}` } as const
    const [misfit] = await misfitsOf(handedIn(1, { source }))
    expect(misfit?.name).toContain('source.url')
  }
  expect(await misfitsOf(handedIn(1, { note: 'calme 😀' }))).toEqual([])
})

test('the same id twice in a batch is refused, and the first is named', async () => {
  const response = await api.request(`${API_BASE}/reports?lang=en`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [handedIn(1), handedIn(1)] }),
  })
  expect(Problem.parse(await response.json()).parameters).toEqual([
    { name: 'reports[1].id', reason: 'is also the id of report 1' },
  ])
})

test.each([0, 101])('a batch of %i is refused', async (length) => {
  const response = await api.request(`${API_BASE}/reports?lang=en`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: Array.from({ length }, (_, n) => handedIn(n)) }),
  })
  expect(response.status).toBe(400)
  expect(Problem.parse(await response.json()).parameters?.[0]?.name).toBe('reports')
})

test.each<Role>(['analyst', 'admin'])('an %s gives every grade', async (role) => {
  const { api: trusted } = await apiOver([], { role })
  const response = await trusted.request(`${API_BASE}/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [handedIn(1, { reliability: 'A', credibility: 1 })] }),
  })
  expect(response.status).toBe(200)
})

test('one of each kind is taken, with what is left out unknown', async () => {
  const bodies = [
    { kind: 'queue', waitHours: { best: 5 } },
    {
      kind: 'price',
      market: 'parallel',
      amount: 3000,
      currency: 'XOF',
      container: { size: 1.5, unit: 'litre' },
    },
    { kind: 'convoy', stage: 'arrived' },
    { kind: 'incident', type: 'attack', tankersDestroyed: { low: 10 } },
    { kind: 'bulletin', metric: 'days_of_cover', value: { best: 3 }, unit: 'days' },
  ] as const
  for (const [n, body] of bodies.entries()) {
    const row = handedIn(n, { body, corridor: { axis: 'ci' } })
    expect(await misfitsOf(row)).toEqual([])
    expect(Object.values(HandedIn.parse(row).body)).not.toContain(undefined)
  }
})
