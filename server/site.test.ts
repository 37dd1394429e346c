import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { apiOver, recordDrafts } from '#mocks/api-over.ts'
import { exactly } from '#domain/estimate.ts'
import { rememberOrigin } from './public-address.ts'
import { createSite } from './site.ts'

const folder = await mkdtemp(join(tmpdir(), 'jauge-site-'))
afterAll(() => rm(folder, { recursive: true }))

const SCRIPT = 'export const long = 1 // '.padEnd(4000, 'x')
await mkdir(join(folder, 'assets'))
await mkdir(join(folder, '.vite'))
await mkdir(join(folder, 'geo'))
await writeFile(
  join(folder, 'index.html'),
  `<!doctype html><html lang="fr"><head><!--jauge:head--></head><body><div id="root"></div>
<noscript><!--jauge:noscript--></noscript><!--jauge:data--></body></html>`,
)
await writeFile(join(folder, 'assets/main-aB3_x-9z.js'), SCRIPT)
await writeFile(join(folder, 'assets/main-aB3_x-9z.js.br'), brotliCompressSync(SCRIPT))
await writeFile(join(folder, 'assets/main-aB3_x-9z.js.gz'), gzipSync(SCRIPT))
await writeFile(join(folder, '.vite/manifest.json'), '{}')
await writeFile(join(folder, 'geo/places.json'), '[]')
await writeFile(join(folder, 'og.png'), 'picture')

const settings = { contact: 'mailto:desk@example.org', tiles: null }
const { api, atlas } = await apiOver('record')
const site = await createSite({ api, atlas, folder, settings })
const get = (path: string, headers: Record<string, string> = {}) =>
  site.request(`http://jauge.example${path}`, { headers })
/** The page's text, with every kind of space as a plain one: which kind is the language's own affair. */
const page = async (path: string, headers: Record<string, string> = {}) =>
  plain(await get(path, headers))
const plain = async (response: Response) =>
  (await response.text()).replace(/[\u2009\u202F\u00A0]/g, ' ')

test('the page comes in the reader’s language, French unless they say otherwise', async () => {
  expect(await page('/')).toContain('<html lang="fr">')
  expect(await page('/', { 'Accept-Language': 'en-GB' })).toContain('<html lang="en">')
  expect(await page('/?lang=fr', { 'Accept-Language': 'en-GB' })).toContain('<html lang="fr">')
  expect(await page('/method?lang=en')).toContain('<title>Method and definitions – Jauge</title>')
  expect(await page('/embed?lang=en')).toContain('<title>Publish a chart – Jauge</title>')
})

test('the first answer is inside, under the question it answers, and is the API’s own', async () => {
  const html = await page('/?at=2026-01-18&lang=en')
  const inlined = /id="jauge-situation" data-search="([^"]*)">(.*?)<\/script>/.exec(html)
  expect(inlined?.[1]).toBe('at=2026-01-18&amp;lang=en')
  const answer = await api.request('/api/v1/situation?at=2026-01-18')
  expect(JSON.parse(inlined?.[2] ?? '')).toEqual(await answer.json())
  expect(html).toContain(
    '<script type="application/json" id="settings">{"contact":"mailto:desk@example.org","tiles":null}',
  )
})

test('what the map shows besides is inside too, under the questions that it asks', async () => {
  const html = await page('/?at=2026-01-18&lang=en')
  for (const [name, question] of [
    ['sites', 'at=2026-01-18&lang=en'],
    ['convoys', 'at=2026-03-12&lang=en'],
    ['incidents', 'at=2026-03-12&lang=en'],
  ] as const) {
    const inlined = new RegExp(`id="jauge-${name}" data-search="([^"]*)">(.*?)</script>`).exec(html)
    expect(inlined?.[1]).toBe(question.replaceAll('&', '&amp;'))
    const answer = await api.request(`/api/v1/${name}?${question}`)
    const own = (await answer.text()).replace(/[\u2009\u202F\u00A0]/g, ' ')
    expect(JSON.parse(inlined?.[2] ?? '')).toEqual(JSON.parse(own))
  }
  // The other screens draw no map.
  expect(await page('/method')).not.toContain('id="jauge-sites"')
})

test('without JavaScript the headline figures are read in words, with period, range and sources', async () => {
  const words =
    /<noscript>(.*?)<\/noscript>/s.exec(await page('/?at=2026-01-18&lang=en'))?.[1] ?? ''
  expect(words).toContain('Tankers arrived: 875, 12–18 Jan 2026, ')
  expect(words).toMatch(/\d sources?\./)
  expect(words).toMatch(/from \d+ to \d+ depending on the source/)
  expect(words).toContain(
    'The public record ends on 12 March 2026. What follows is silence, not calm.',
  )
  expect(words).toContain('<a href="mailto:desk@example.org">Report an error</a>')
})

test('the links in those words lead somewhere', async () => {
  const words =
    /<noscript>(.*?)<\/noscript>/s.exec(await page('/?at=2026-01-18&lang=en'))?.[1] ?? ''
  const links = [...words.matchAll(/href="(\/[^"]*)"/g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&'),
  )
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect((await get(link)).status).toBe(200)
})

test('a link’s preview has title, figures and a picture at their full addresses', async () => {
  const request = new Request(
    'http://jauge.example/?at=2026-01-18&open=report:x&hide=places&lang=en',
  )
  rememberOrigin(request, 'https://jauge.example')
  const html = await plain(await site.fetch(request))
  expect(html).toContain(
    '<meta property="og:title" content="Fuel in Mali on 18 January 2026 – Jauge">',
  )
  expect(html).toMatch(
    /<meta property="og:description" content="Tankers arrived: 875 \(12–18 Jan 2026\)/,
  )
  expect(html).toContain('<meta property="og:image" content="https://jauge.example/og.png">')
  expect(html).toContain(
    '<link rel="canonical" href="https://jauge.example/?at=2026-01-18&amp;lang=en">',
  )
})

test('no text of a report can break out of the page', async () => {
  const evil = '</script><script>alert(1)</script><!--'
  const [draft] = (await recordDrafts()).filter(({ body }) => body.kind === 'bulletin')
  if (draft === undefined) throw new Error('the record holds no bulletin')
  const body = {
    kind: 'bulletin',
    product: null,
    metric: 'tankers_needed_per_day',
    value: exactly(150),
    unit: 'tankers',
  } as const
  const made = await apiOver([
    { ...draft, body, event: null, source: { ...draft.source, name: evil } },
    ...(await recordDrafts()).slice(50),
  ])
  const site = await createSite({
    api: made.api,
    atlas,
    folder,
    settings: { ...settings, contact: evil },
  })
  const html = await (await site.request('http://jauge.example/?lang=en')).text()
  expect(html).not.toContain('<script>alert')
  expect(html).toContain(String.raw`\u003c/script>`)
})

test('an address that contradicts itself still opens, without an answer inside', async () => {
  const response = await get('/?from=2026-02-01&to=2026-01-01')
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.text()).not.toContain('id="jauge-situation"')
})

test('the page is kept briefly, apart for each language, and 304 for whoever holds it', async () => {
  const first = await get('/')
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=60')
  expect(first.headers.get('Vary')).toContain('Accept-Language')
  const again = await get('/', { 'If-None-Match': first.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
})

test('a file with a hash in its name is kept for ever, and sent as the build compressed it', async () => {
  const address = '/assets/main-aB3_x-9z.js'
  for (const [accepted, coding, decode] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const) {
    const response = await get(address, { 'Accept-Encoding': accepted })
    expect(response.headers.get('Content-Encoding')).toBe(coding)
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(decode(Buffer.from(await response.arrayBuffer())).toString()).toBe(SCRIPT)
  }
  const plain = await get(address)
  expect(plain.headers.get('Content-Encoding')).toBeNull()
  expect(await plain.text()).toBe(SCRIPT)
})

test('other files are kept briefly and asked for again by their tag', async () => {
  const first = await get('/geo/places.json')
  expect(first.headers.get('Cache-Control')).toBe(
    'public, max-age=300, stale-while-revalidate=86400',
  )
  const again = await get('/geo/places.json', { 'If-None-Match': first.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
})

test.each([
  '/nothing',
  '/.vite/manifest.json',
  '/index.html',
  '/assets/main-aB3_x-9z.js.br',
  '/..%2f..%2fetc/passwd',
  '/%',
  '/api',
])('nothing is at %s, and a page says so', async (path) => {
  const response = await get(path, { 'Accept-Language': 'en' })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('<h1>Page not found</h1>')
})

test('the API’s answers are compressed for whoever takes it, with the same tag', async () => {
  const plain = await get('/api/v1/situation')
  const packed = await get('/api/v1/situation', { 'Accept-Encoding': 'gzip, br' })
  expect(packed.headers.get('Content-Encoding')).toBe('br')
  expect(packed.headers.get('Vary')).toBe('Authorization, Cookie, Accept-Encoding')
  expect(packed.headers.get('ETag')).toBe(plain.headers.get('ETag'))
  const body = brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()
  expect(body).toBe(await plain.text())
})

test('whoever is told that nothing changed is told what it depends on too', async () => {
  const tag = (await get('/api/v1/situation')).headers.get('ETag') ?? ''
  const again = await get('/api/v1/situation', { 'If-None-Match': tag })
  expect(again.status).toBe(304)
  expect(again.headers.get('Vary')).toBe('Authorization, Cookie, Accept-Encoding')
})

test('a problem of the API passes the site as a problem', async () => {
  const response = await get('/api/v1/nothing')
  expect(response.status).toBe(404)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
})

test('a page can only be read', async () => {
  const response = await site.request('http://jauge.example/', { method: 'POST' })
  expect(response.status).toBe(405)
})

test('a folder without a build is refused in words', async () => {
  await expect(createSite({ api, atlas, folder: join(folder, 'geo'), settings })).rejects.toThrow(
    'npm run build',
  )
})
