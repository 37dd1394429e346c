import { describe, expect, test } from 'vitest'
import { API_BASE } from '#contract/route.ts'
import type { EventRole } from '#domain/event.ts'
import type { Role } from '#domain/role.ts'
import { addDays, dayOf } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import { apiOver } from '#mocks/api-over.ts'
import { POLICY } from '#server/policy.ts'
import type { Secret } from '#server/policy.ts'
import type { Draft } from '#server/store/store.ts'
import { arrived, attack, bulletin, price, queue, someReport } from '#testing/some-report.ts'
import type { HiddenFrom } from './drafts.ts'

const ID = '00000000-0000-4000-8000-000000000001'
/** Seen on a Tuesday afternoon, and received a few minutes later. */
const SEEN: Instant = '2026-11-10T14:37:10.000Z'
const RECEIVED: Instant = '2026-11-10T14:45:00.000Z'

const address = 'https://example.org/article'
const partner = { name: 'Partner', kind: 'partner', url: null, publishedOn: null } as const

function draft(change: Partial<Draft>): Draft {
  const {
    revision: _revision,
    receivedAt: _receivedAt,
    ...said
  } = someReport('2026-11-10', attack())
  return {
    ...said,
    id: ID,
    reporter: 'heron-41',
    observedAt: SEEN,
    publishedAt: RECEIVED,
    precision: 'minute',
    sensitivity: 'restricted',
    source: partner,
    ...change,
  }
}

const moving = { ...arrived(40), stage: 'escorted' } as const
const forward = { id: 'plan', role: 'forward' } satisfies { id: string; role: EventRole }
const printed = { sensitivity: 'published', source: { ...partner, url: address } } as const

/** A report of each row of the policy. */
const OF_ROW: Record<Secret, Draft> = {
  published: draft(printed),
  'forward-looking': draft({ ...printed, event: forward }),
  'convoy-moving': draft({ body: moving }),
  'convoy-closed': draft({ body: arrived(40) }),
  incident: draft({}),
  'pump-trusted': draft({ body: queue({ queueSeen: true }), reliability: 'B' }),
  'pump-untrusted': draft({ body: queue({ queueSeen: true }), reliability: 'C' }),
  'parallel-seller': draft({ body: price(1500) }),
  restricted: draft({ body: bulletin('days_of_cover', 3, 'days') }),
  confidential: draft({ sensitivity: 'confidential' }),
  open: draft({ sensitivity: 'published', body: bulletin('days_of_cover', 3, 'days') }),
}

/** An instant, `at once` or `never`, counted by hand from docs/disclosure.md. Times that are cut to the hour or day are awaited on a full one. */
const APPEARS: Record<Secret, Record<HiddenFrom, string>> = {
  published: { public: 'at once', partner: 'at once' },
  'forward-looking': { public: '2026-11-12T14:37:10.000Z', partner: '2026-11-12T14:37:10.000Z' },
  'convoy-moving': { public: 'never', partner: '2026-11-10T21:00:00.000Z' },
  'convoy-closed': { public: '2026-11-13T00:00:00.000Z', partner: '2026-11-10T20:37:10.000Z' },
  incident: { public: '2026-11-12T00:00:00.000Z', partner: 'at once' },
  'pump-trusted': { public: '2026-11-10T15:00:00.000Z', partner: 'at once' },
  'pump-untrusted': { public: '2026-11-10T15:00:00.000Z', partner: 'at once' },
  'parallel-seller': { public: '2026-11-11T00:00:00.000Z', partner: 'at once' },
  restricted: { public: 'never', partner: 'at once' },
  confidential: { public: 'never', partner: 'never' },
  open: { public: 'at once', partner: 'at once' },
}

const ROLES = ['public', 'partner'] as const
const ROWS = Object.keys(POLICY) as Secret[]
const CASES = ROWS.flatMap((row) => ROLES.map((role) => ({ row, role, when: APPEARS[row][role] })))
const delayed = CASES.filter(({ when }) => when.startsWith('2026'))

/** One process that goes on answering while its clock is moved; what it keeps, it goes on keeping. */
async function watched(of: Draft, role: Role) {
  let now = RECEIVED
  const { api } = await apiOver([of], { role, now: () => now, receivedAt: RECEIVED })
  const ask = (path: string, headers: Record<string, string> = {}) => api.request(path, { headers })
  const day = dayOf(SEEN)
  const around = `from=${addDays(day, -10)}&to=${addDays(day, 5)}`
  return {
    move: (instant: Instant) => void (now = instant),
    ask,
    /** What each way out tells of it; asked of the same process each time. */
    told: async () => {
      const text = async (path: string) => (await ask(path)).text()
      return {
        opened: (await ask(`${API_BASE}/reports/${ID}`)).status === 200,
        listed: (await text(`${API_BASE}/reports?${around}`)).includes(ID),
        named: (await text(`${API_BASE}/reports?ids=${ID}`)).includes(ID),
        saved: (await text(`${API_BASE}/reports.csv?${around}`)).includes(ID),
        drawn: (await text(`${API_BASE}/reports.geojson?${around}`)).includes(ID),
        counted: (await text(`${API_BASE}/situation`)).includes('"reports":1'),
        ready: (await text(`${API_BASE}/ready`)).includes('"reports":1'),
        followed: (await text('/feed.atom')).includes(ID),
      }
    },
  }
}

const before = (instant: Instant) => new Date(Date.parse(instant) - 1).toISOString()
const NOWHERE = {
  opened: false,
  listed: false,
  named: false,
  saved: false,
  drawn: false,
  counted: false,
  ready: false,
  followed: false,
}
/** What goes out as the public's, whoever asks. */
const AS_PUBLIC = ['ready', 'followed'] as const

function everywhere(row: Secret, role: Role, now: Instant) {
  const all = Object.fromEntries(Object.keys(NOWHERE).map((way) => [way, true]))
  const isPublic = role === 'public' || APPEARS[row].public === 'at once'
  const isOutByThen = isPublic || APPEARS[row].public <= now
  return isOutByThen ? all : { ...all, ...Object.fromEntries(AS_PUBLIC.map((way) => [way, false])) }
}

test('the table above has each row that waits', () => {
  const waiting = CASES.filter(({ row, role }) => {
    const { delayHours, when } = POLICY[row][role]
    return delayHours !== null && (delayHours > 0 || when !== 'as-is')
  })
  expect(delayed).toEqual(waiting)
  expect(delayed.length).toBeGreaterThan(4)
})

describe.each(delayed)('$row, to the $role', ({ row, role, when }) => {
  test('is told nowhere until its delay has passed, and then everywhere, by itself', async () => {
    const { move, told } = await watched(OF_ROW[row], role)
    expect(await told()).toEqual(NOWHERE)
    move(before(when))
    expect(await told()).toEqual(NOWHERE)
    move(when)
    expect(await told()).toEqual(everywhere(row, role, when))
  })

  test('leaves a pin of the moment before as it was', async () => {
    const { move, ask } = await watched(OF_ROW[row], role)
    move(when)
    const pin = `${API_BASE}/situation?vintage=${before(when)}`
    const first = await (await ask(pin)).text()
    move('2027-01-01T00:00:00.000Z')
    expect(await (await ask(pin)).text()).toBe(first)
    expect(first).toContain('"reports":0')
  })
})

test.each(CASES.filter(({ when }) => when === 'never'))(
  '$row never comes out to the $role',
  async ({ row, role }) => {
    const { move, told } = await watched(OF_ROW[row], role)
    for (const later of ['2026-11-20T00:00:00.000Z', '2036-11-20T00:00:00.000Z']) {
      move(later)
      expect(await told()).toEqual(NOWHERE)
    }
  },
)

test.each(CASES.filter(({ when }) => when === 'at once'))(
  '$row is told to the $role as soon as it is here, so the test above looks at something',
  async ({ row, role }) => {
    const { told } = await watched(OF_ROW[row], role)
    expect(await told()).toEqual(everywhere(row, role, RECEIVED))
  },
)

test('what the public held before is not called unchanged when an embargo has ended', async () => {
  const { move, ask } = await watched(OF_ROW.incident, 'public')
  const paths = [`${API_BASE}/situation`, '/charts/losses.svg', '/embed/losses', '/feed.atom']
  move('2026-11-11T12:00:00.000Z')
  const tags = await Promise.all(
    paths.map(async (path) => (await ask(path)).headers.get('ETag') ?? ''),
  )
  const asked = (index: number) => ask(paths[index] ?? '', { 'If-None-Match': tags[index] ?? '' })
  move('2026-11-11T23:59:59.999Z')
  for (const index of paths.keys()) expect((await asked(index)).status).toBe(304)
  move('2026-11-12T00:00:00.000Z')
  for (const index of paths.keys()) expect((await asked(index)).status).toBe(200)
})

test('no minute at which somebody told of a queue can be learnt, neither by looking nor by asking for vintages', async () => {
  const { move, ask } = await watched(OF_ROW['pump-trusted'], 'public')
  const full: Instant = '2026-11-10T15:00:00.000Z'
  move(before(full))
  const empty = await (await ask(`${API_BASE}/reports`)).text()
  expect(empty).not.toContain(ID)
  move('2026-11-10T18:00:00.000Z')
  const answer = await (await ask(`${API_BASE}/reports`)).text()
  expect(answer).toContain(ID)
  expect(answer).toContain(`"vintage":"${full}"`)
  expect(answer).not.toMatch(/T14:(?!00:00)/)
  const pinned = async (vintage: Instant) =>
    (await (await ask(`${API_BASE}/reports?vintage=${vintage}`)).text()).includes(ID)
  expect(await pinned(RECEIVED)).toBe(false)
  expect(await pinned(before(full))).toBe(false)
  expect(await pinned(full)).toBe(true)
})

test('what is handed in late appears on a full hour or day too', async () => {
  let now: Instant = '2026-11-14T09:13:07.000Z'
  const { api } = await apiOver([OF_ROW.incident], { now: () => now, receivedAt: now })
  const listed = async () => (await (await api.request(`${API_BASE}/reports`)).text()).includes(ID)
  expect(await listed()).toBe(false)
  now = '2026-11-15T00:00:00.000Z'
  expect(await listed()).toBe(true)
})

test('a report of a whole day waits from the end of that day', async () => {
  const { move, told } = await watched({ ...OF_ROW['forward-looking'], precision: 'day' }, 'public')
  move('2026-11-12T23:59:59.998Z')
  expect(await told()).toEqual(NOWHERE)
  // The clock of answers goes in steps of ten seconds: it may be late, and never early.
  move('2026-11-13T00:00:00.000Z')
  expect(await told()).toEqual(everywhere('forward-looking', 'public', SEEN))
})

test('a clock that ran ahead when something was written ends no embargo early', async () => {
  let now = RECEIVED
  const { api, store } = await apiOver([OF_ROW.incident], { now: () => now, receivedAt: () => now })
  now = '2026-11-20T00:00:00.000Z'
  const id = '00000000-0000-4000-8000-000000000002'
  await store.append([{ ...OF_ROW.published, id }])
  now = '2026-11-11T23:59:59.999Z'
  const listed = await (await api.request(`${API_BASE}/reports`)).text()
  expect(listed).toContain(id)
  expect(listed).not.toContain(ID)
})
