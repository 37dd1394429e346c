// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'
import { someReport, attack } from '#testing/some-report.ts'
import type { Draft } from '#server/store/store.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const { api } = await apiOver('record')

/** The feed as a strict reader takes it: what is not well-formed is not read at all. */
async function feed(address = '/feed.atom', over = api): Promise<Document> {
  const response = await over.request(`http://jauge.example${address}`)
  expect(response.status).toBe(200)
  const read = new DOMParser().parseFromString(await response.text(), 'application/xml')
  expect(read.querySelector('parsererror')?.textContent).toBeUndefined()
  return read
}

const entriesOf = (document: Document) => [...document.getElementsByTagNameNS(ATOM, 'entry')]
const text = (parent: Element | null | undefined, name: string) =>
  [...(parent?.children ?? [])].find(({ localName }) => localName === name)?.textContent ?? ''
const linkOf = (parent: Element | null | undefined, rel: string) =>
  parent?.querySelector(`:scope > link[rel="${rel}"]`)?.getAttribute('href')

/** A report nobody printed, to be read by its place and time alone. */
function draft(change: Partial<Draft>): Draft {
  const {
    revision: _revision,
    receivedAt: _receivedAt,
    ...said
  } = someReport('2026-11-01', attack())
  const id = '00000000-0000-4000-8000-000000000001'
  return { ...said, reporter: null, id, ...change }
}

test('the feed has all that RFC 4287 asks of one', async () => {
  const document = await feed()
  const root = document.documentElement
  expect([root.namespaceURI, root.localName]).toEqual([ATOM, 'feed'])
  expect(text(root, 'id')).toBe('http://jauge.example/feed.atom?lang=fr')
  expect(linkOf(root, 'self')).toBe(text(root, 'id'))
  expect(text(root, 'title')).toContain('Jauge')
  expect(text(root, 'updated')).toBe('2026-11-20T08:00:00.000Z')
  expect(text(root.querySelector(':scope > author'), 'name')).toBe('Jauge')
  expect(entriesOf(document)).toHaveLength(50)
  for (const entry of entriesOf(document)) {
    expect(text(entry, 'id')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(text(entry, 'title')).not.toBe('')
    expect(text(entry, 'content')).not.toBe('')
    expect(linkOf(entry, 'alternate')).toMatch(/^http:\/\/jauge\.example\/\?open=report/)
    for (const moment of ['updated', 'published'])
      expect(text(entry, moment)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  }
  expect(new Set(entriesOf(document).map((entry) => text(entry, 'id'))).size).toBe(50)
})

test('each entry says what was told, by whom, and how it is judged, in the reader’s language', async () => {
  const [first] = entriesOf(await feed('/feed.atom?lang=en'))
  expect(text(first, 'content')).toMatch(/Observed: .+\. Source: .+\. Graded [A-F][1-6]: .+\.$/)
  const french = await feed()
  expect(text(entriesOf(french)[0], 'content')).toContain('Appréciation')
  expect(french.documentElement.getAttribute('xml:lang')).toBe('fr')
  expect(text(french.documentElement, 'subtitle')).toContain('20 nov. 2026')
  expect(linkOf(first, 'via')).toMatch(/^https:/)
})

test('a claim, which may carry no headline, is in no entry', async () => {
  const { api: over } = await apiOver([draft({ credibility: 4 })])
  expect(entriesOf(await feed('/feed.atom', over))).toEqual([])
})

test('no text of a source can break the feed', async () => {
  const source = { ...draft({}).source, name: 'A < B & "C" \u0007\u{1F69B}' }
  const { api: over } = await apiOver([draft({ source })])
  const [entry] = entriesOf(await feed('/feed.atom', over))
  expect(text(entry?.querySelector('author'), 'name')).toBe('A < B & "C" \u{1F69B}')
})

test('an entry of what was cut to its day tells no minute', async () => {
  const { api: over } = await apiOver([
    draft({
      sensitivity: 'restricted',
      observedAt: '2026-11-01T14:37:12.000Z',
      publishedAt: '2026-11-01T15:02:00.000Z',
      precision: 'minute',
      source: { name: 'Partner', kind: 'partner', url: null, publishedOn: null },
    }),
  ])
  const [entry] = entriesOf(await feed('/feed.atom', over))
  expect(text(entry, 'published')).toBe('2026-11-01T00:00:00.000Z')
  expect(text(entry, 'updated')).toBe('2026-11-20T00:00:00.000Z')
})

test('simulated reports say that they are', async () => {
  const { api: over } = await apiOver([draft({})], { dataMode: 'demo' })
  const demo = await feed('/feed.atom?lang=en', over)
  expect(text(demo.documentElement, 'title')).toMatch(/^DEMO/)
  expect(text(entriesOf(demo)[0], 'title')).toMatch(/^DEMO/)
})

test('readers of feeds may keep it as any public answer, and ask whether it changed', async () => {
  const first = await api.request('/feed.atom?utm_source=reader', {
    headers: { Accept: 'application/rss+xml, text/xml' },
  })
  expect(first.status).toBe(200)
  expect(first.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=60')
  const tag = first.headers.get('ETag') ?? ''
  const again = await api.request('/feed.atom', { headers: { 'If-None-Match': tag } })
  expect(again.status).toBe(304)
})

test('an analyst’s feed is the public’s: what is in a feed is passed on', async () => {
  const secret = draft({ sensitivity: 'confidential' })
  const { api: trusted } = await apiOver([secret], { role: 'analyst' })
  expect(entriesOf(await feed('/feed.atom', trusted))).toEqual([])
})
