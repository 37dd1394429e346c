import { expect, test } from 'vitest'
import type { ReportBody } from '#domain/report.ts'
import { arrived, heardReport, price, queue, someReport } from '#testing/some-report.ts'
import { disclose } from './disclosure.ts'
import type { StoredReport } from './store/store.ts'

const DAY = '2026-01-10'
const body = queue({ queueSeen: true })

function field(of: ReportBody, change: Partial<StoredReport> = {}): StoredReport {
  // The mark is the gate's to give: what a client sent with it is not kept.
  return { ...heardReport(DAY, of), reliability: 'C', reporter: 'heron-41', ...change }
}
const page = someReport(DAY, body)

test.each([
  ['a convoy’s closing report', field(arrived(30))],
  ['a queue of a trusted source', field(body, { reliability: 'A' })],
  ['a queue of another source', field(body)],
  ['a price in the street', field(price(1500))],
  ['what is called published and has no address', field(body, { sensitivity: 'published' })],
  ['what has an address and is not published', field(body, { source: page.source })],
])('no figure of the public’s rests alone on %s', (_, stored) => {
  expect(disclose(stored, 'public')?.copy.inCompany).toBe(true)
  for (const role of ['partner', 'analyst', 'admin'] as const)
    expect(disclose(stored, role)?.copy).not.toHaveProperty('inCompany')
})

test.each([
  ['a page that can be read', page],
  [
    'an announcement that was printed',
    { ...page, event: { id: 'plans', role: 'forward' as const } },
  ],
])('a figure may rest on %s, whatever a client says', (_, report) => {
  const stored = { ...report, reporter: null, inCompany: true as const }
  expect(disclose(stored, 'public')?.copy).not.toHaveProperty('inCompany')
})
