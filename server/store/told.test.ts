import { expect, test } from 'vitest'
import { emptyQueue } from '#domain/queue-report.ts'
import type { Report } from '#domain/report.ts'
import { bulletin, someReport } from '#testing/some-report.ts'
import { makeHear, reportOf, toldOf } from './told.ts'

const plain = someReport('2026-01-10', bulletin('days_of_cover', 3, 'days'))
const { body: _body, ...rest } = plain

test.each<Report>([
  plain,
  { ...plain, inCompany: true },
  { ...plain, note: 'two\nlines,\ta tab and a \\', observedUntil: '2026-01-11T00:00:00.000Z' },
  { ...plain, source: { ...plain.source, name: 'Café “du\tport”' } },
  { ...rest, body: emptyQueue('petrol') },
  { ...rest, body: Object.fromEntries(Object.entries(plain.body).toReversed()) as Report['body'] },
])('a copy is heard as it was told (%#)', (copy) => {
  const line = toldOf(copy)
  expect(line).not.toContain('\n')
  const heard = reportOf(makeHear()(line))
  expect(heard).toEqual(copy)
})

test('reports that say the same share it in memory', () => {
  const hear = makeHear()
  const [a, b] = [plain, { ...plain, id: '00000000-0000-4000-8000-000000000002' }].map((each) =>
    hear(toldOf(each)),
  )
  expect(a?.id).not.toBe(b?.id)
  for (const part of ['source', 'position', 'body'] as const) expect(a?.[part]).toBe(b?.[part])
})

test('in whatever order its keys come, a copy is told alike', () => {
  const body = Object.fromEntries(Object.entries(plain.body).toReversed()) as Report['body']
  const source = Object.fromEntries(Object.entries(plain.source).toReversed()) as Report['source']
  expect(toldOf({ ...plain, body, source })).toBe(toldOf(plain))
})
