import { beforeEach, expect, test } from 'vitest'
import { ReportAnswer, ReportsAnswer } from '#contract/report-answers.ts'
import { HandedInAnswer } from '#contract/intake.ts'
import { Problem } from '#contract/problem.ts'
import { API_BASE } from '#contract/route.ts'
import type { Role } from '#domain/role.ts'
import { apiOver, TEST_NOW } from '#mocks/api-over.ts'
import { handedIn, handedInQueue } from '#mocks/handed-in.ts'
import { keyIn } from '#mocks/key-in.ts'
import { memoryAccess } from '#server/access/memory-access.ts'
import { storedAccess } from '#server/access/stored-access.ts'
import { draftOf } from '#server/store/store-fixture.ts'

type Who = { Authorization: string } | Record<string, never>

let now = TEST_NOW
let keys = memoryAccess({ now: () => now })
let given = await deployment()
let [desk, rival, analyst, admin] = await everybody()

beforeEach(async () => {
  now = TEST_NOW
  keys = memoryAccess({ now: () => now })
  given = await deployment()
  ;[desk, rival, analyst, admin] = await everybody()
})

async function deployment() {
  const access = storedAccess({ store: keys, now: () => now, pauseMs: 0 })
  return apiOver([], { access, now: () => now, receivedAt: () => now })
}

async function everybody(): Promise<[Who, Who, Who, Who]> {
  const whoever = async (label: string, role: Exclude<Role, 'public'>) => {
    const { text } = await keyIn(keys, { label, role })
    return { Authorization: `Bearer ${text}` }
  }
  return [
    await whoever('Desk', 'partner'),
    await whoever('Rival', 'partner'),
    await whoever('Analyst', 'analyst'),
    await whoever('Admin', 'admin'),
  ]
}

async function post(who: Who, reports: unknown[], headers: Record<string, string> = {}) {
  return given.api.request(`${API_BASE}/reports`, {
    method: 'POST',
    headers: { ...who, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ reports }),
  })
}

async function receiptsOf(who: Who, reports: unknown[]) {
  return HandedInAnswer.parse(await (await post(who, reports)).json()).receipts
}

async function idsSeenBy(who: Who): Promise<string[]> {
  const answer = await given.api.request(`${API_BASE}/reports?from=2026-11-01&to=2026-11-22`, {
    headers: who,
  })
  return ReportsAnswer.parse(await answer.json()).reports.map(({ id }) => id)
}

test('a convoy on the road is handed in, and each role sees what it may', async () => {
  const [receipt] = await receiptsOf(desk, [handedIn(1)])
  expect(receipt).toMatchObject({ id: handedIn(1).id, outcome: 'added', revision: 1 })
  expect(await idsSeenBy({})).toEqual([])
  expect(await idsSeenBy(desk)).toEqual([])
  expect(await idsSeenBy(analyst)).toEqual([receipt?.report])
  now = '2026-11-22T17:00:00.000Z'
  expect(await idsSeenBy(desk)).toEqual([receipt?.report])
  expect(await idsSeenBy({})).toEqual([])
})

test('a queue at a pump is public without the pump, and without its note', async () => {
  const [receipt] = await receiptsOf(desk, [handedInQueue(1)])
  const { report } = ReportAnswer.parse(
    await (await given.api.request(`${API_BASE}/reports/${receipt?.report}`)).json(),
  )
  expect(report).toMatchObject({
    observedAt: '2026-11-22T10:00:00.000Z',
    position: { place: null, lat: 12.6, lon: -8 },
    reliability: 'F',
    credibility: 6,
    review: 'unreviewed',
    note: null,
  })
})

test('what a key is called is never in a report that was handed in with it', async () => {
  const [receipt] = await receiptsOf(desk, [handedInQueue(1)])
  const told = await given.api.request(`${API_BASE}/reports/${receipt?.report}`, {
    headers: analyst,
  })
  const text = await told.text()
  expect(text).toContain('Bureau de Sikasso')
  expect(text).not.toContain('Desk')
})

test('handed in again it changes nothing, also later, and a correction is a revision', async () => {
  const outcomes = async (change = {}) =>
    (await receiptsOf(desk, [handedInQueue(1, change)])).map(
      ({ outcome, revision }) => `${outcome} ${revision}`,
    )
  expect(await outcomes()).toEqual(['added 1'])
  now = '2026-11-22T12:30:00.000Z'
  expect(await outcomes()).toEqual(['unchanged 1'])
  expect(await outcomes({ id: handedInQueue(1).id?.toUpperCase() })).toEqual(['unchanged 1'])
  expect(await outcomes({ note: 'La file avance.' })).toEqual(['revised 2'])
  expect(await outcomes({ note: 'La file avance.' })).toEqual(['unchanged 2'])
})

test('a batch tells what became of each report, in its order', async () => {
  await receiptsOf(desk, [handedIn(2)])
  const receipts = await receiptsOf(desk, [handedIn(3), handedIn(2)])
  expect(receipts.map(({ id, outcome }) => [id, outcome])).toEqual([
    [handedIn(3).id, 'added'],
    [handedIn(2).id, 'unchanged'],
  ])
})

test('nobody writes over another’s report, nor learns whether there is one', async () => {
  const [first] = await receiptsOf(desk, [handedIn(1)])
  const [second] = await receiptsOf(rival, [handedIn(1, { note: 'Autre chose.' })])
  expect(second?.outcome).toBe('added')
  expect(second?.report).not.toBe(first?.report)
  expect(await given.store.revisions(first?.report ?? '', reading())).toHaveLength(1)
  // Nor under the id that a report is read by: hidden, public or absent, the answer is the same.
  const hidden = draftOf(7, { sensitivity: 'confidential' })
  await given.store.append([hidden])
  const outcomes = await receiptsOf(rival, [
    handedIn(1, { id: hidden.id }),
    handedIn(2, { id: '11111111-1111-4111-8111-111111111111' }),
  ])
  expect(outcomes.map(({ outcome, revision }) => [outcome, revision])).toEqual([
    ['added', 1],
    ['added', 1],
  ])
})

const reading = () =>
  ({ role: 'admin', clock: now, vintage: null, known: null, observed: null }) as const

test('another key of the same label corrects what the first one handed in', async () => {
  await receiptsOf(desk, [handedIn(1)])
  const { text } = await keyIn(keys, { label: 'Desk' })
  const [again] = await receiptsOf({ Authorization: `Bearer ${text}` }, [handedIn(1)])
  expect(again?.outcome).toBe('unchanged')
})

test('one row that does not fit keeps the whole batch out, and is named', async () => {
  const response = await post(desk, [handedIn(1), handedIn(2, { position: { place: 'atlantis' } })])
  expect(response.status).toBe(400)
  const { title, parameters } = Problem.parse(await response.json())
  expect(title).toBe('Champs à corriger')
  expect(parameters).toEqual([
    { name: 'reports[1].position.place', reason: 'ce lieu n’est pas dans le répertoire' },
  ])
  expect(await idsSeenBy(analyst)).toEqual([])
})

test.each(['public', 'nobody’s key'])('%s hands nothing in', async (who) => {
  const response = await post(
    who === 'public' ? {} : { Authorization: 'Bearer no' },
    [handedIn(1)],
    { 'Sec-Fetch-Site': 'same-origin' },
  )
  expect(response.status).toBe(401)
  expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
})

test.each([
  [{ 'Content-Type': 'text/plain' }, 415],
  [{ 'Content-Type': 'application/json-seq' }, 415],
  [{ 'Content-Length': '99999999' }, 413],
])('what is sent as %o is answered %i', async (headers, status) => {
  const sent = headers as unknown as Record<string, string>
  expect((await post(desk, [handedIn(1)], sent)).status).toBe(status)
})

test('more than the limit is cut, whatever length it says', async () => {
  const reports = [{ ...handedIn(1), note: 'x'.repeat(300_000) }]
  expect((await post(desk, reports)).status).toBe(413)
})

test('an administrator takes a report out, and nothing brings it back', async () => {
  const [receipt] = await receiptsOf(desk, [handedInQueue(1)])
  const address = `${API_BASE}/reports/${receipt?.report}`
  const remove = (who: Who, path = address) =>
    given.api.request(path, { method: 'DELETE', headers: who })
  expect((await remove({})).status).toBe(403)
  expect((await remove(desk)).status).toBe(403)
  expect((await remove(analyst)).status).toBe(403)
  expect((await remove(admin)).status).toBe(204)
  expect((await given.api.request(address)).status).toBe(404)
  expect(await idsSeenBy(analyst)).toEqual([])
  const [again] = await receiptsOf(desk, [handedInQueue(1)])
  expect(again).toMatchObject({ outcome: 'purged', revision: 0 })
  expect((await remove(admin)).status).toBe(404)
  expect((await remove(admin, `${API_BASE}/reports/no-uuid`)).status).toBe(404)
})

test('a cookie hands nothing in from another site', async () => {
  const { text } = await keyIn(keys)
  const signedIn = await given.api.request(`${API_BASE}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ key: text }),
  })
  const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  expect((await post({}, [handedIn(1)], { Cookie })).status).toBe(403)
  expect((await post({}, [handedIn(1)], { Cookie, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(
    403,
  )
  expect((await post({}, [handedIn(1)], { Cookie, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(
    200,
  )
})
