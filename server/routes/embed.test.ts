import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { ChartJson } from '#contract/embed-answers.ts'
import { CHARTS, embedAddress, pictureAddress } from '#contract/embed.ts'
import { apiOver } from '#mocks/api-over.ts'

const { api, store } = await apiOver('record')
const HOST = 'http://jauge.example'
const get = (path: string, headers: Record<string, string> = {}) =>
  api.request(HOST + path, { headers })
const page = async (path: string) => (await get(path)).text()

describe.each(CHARTS)('the frame of %s', (chart) => {
  const address = embedAddress({ chart, view: { lang: 'en' } })

  test('holds title, drawing, sources, date and figures without a script', async () => {
    const html = await page(address)
    const [, title = ''] = /<h1 id="title">(.+?)<\/h1>/.exec(html) ?? []
    expect(html).toContain(`<title>${title} – Jauge</title>`)
    expect(html).toMatch(/<svg [^>]*role="img" aria-label="/)
    expect(html).toMatch(/<div class="credit"><p>.*\d+ (reports?|incidents?)/)
    expect(html).toMatch(/<details><summary>The figures as a table<\/summary>.*<tbody><tr>/)
    expect(html).toContain('target="_blank" rel="noopener"')
    expect(html).not.toMatch(/ style="| on\w+="/)
  })

  test('is one document of at most 30 kB', async () => {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
    for (const lang of ['fr', 'en'] as const)
      expect(
        brotliCompressSync(await page(embedAddress({ chart, view: { lang } })), quality).length,
      ).toBeLessThan(30_000)
  })

  test('asks nobody but ourselves for anything', async () => {
    const html = await page(address)
    const asked = [
      ...html.matchAll(/<(?:script|img|link rel="stylesheet"|iframe)[^>]* (?:src|href)="([^"]+)"/g),
    ]
    expect(asked.map(([, to]) => to)).toEqual(['/assets/embed-test.js'])
    expect(html).not.toMatch(/url\((?!#)|@import/)
  })

  test('may be framed by anybody, and do nothing but its own style and script', async () => {
    const response = await get(address)
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(await response.text()) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(response.headers.get('Content-Security-Policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    )
    expect(response.headers.get('X-Frame-Options')).toBeNull()
    expect(response.headers.get('Set-Cookie')).toBeNull()
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex, indexifembedded')
  })

  test('links to the same view in the product and to its numbers', async () => {
    const html = await page(embedAddress({ chart, view: { lang: 'en' }, last: '90d' }))
    expect(html).toContain('href="/?from=2025-12-13&amp;to=2026-03-12&amp;lang=en"')
    expect(html).toContain(`href="/charts/${chart}.csv?last=90d&amp;lang=en"`)
  })
})

test('previews and editors are told: title, picture, oEmbed, languages, all at full addresses', async () => {
  const html = await page('/embed/arrivals?lang=en&theme=dark&last=90d')
  const own = `${HOST}/embed/arrivals?last=90d&amp;theme=dark&amp;lang=en`
  expect(html).toContain(`<link rel="canonical" href="${own}">`)
  expect(html).toContain(
    `<meta property="og:image" content="${HOST}/charts/arrivals.png?last=90d&amp;theme=dark&amp;width=1200&amp;height=630&amp;lang=en">`.replace(
      'width=1200&amp;height=630',
      'height=630&amp;width=1200',
    ),
  )
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image">')
  expect(html).toContain(`hreflang="fr" href="${own.replace('lang=en', 'lang=fr')}"`)
  for (const type of ['application/json+oembed', 'text/xml+oembed']) {
    const [, href = ''] =
      new RegExp(`type="${type.replace('+', '\\+')}" href="([^"]+)"`).exec(html) ?? []
    const told = await api.request(href.replaceAll('&amp;', '&'))
    expect(told.status).toBe(200)
    expect(await told.text()).toContain('embed/arrivals?last=90d')
  }
})

test('where there is no renderer, no picture is promised and none is given', async () => {
  const { api: bare } = await apiOver('record', { embeds: { png: null, script: null, base: null } })
  const html = await (await bare.request(`${HOST}/embed/arrivals`)).text()
  expect(html).not.toMatch(/og:image|<script [^t]/)
  for (const path of ['/charts/arrivals.png', '/embed/corridors', '/charts/corridors.svg']) {
    const response = await bare.request(HOST + path)
    expect(response.status).toBe(501)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  }
})

test('the language of the address decides, then the reader’s; only then caches must tell readers apart', async () => {
  const named = await get('/embed/wait?lang=fr', { 'Accept-Language': 'en' })
  expect(named.headers.get('Vary')).toBeNull()
  expect(await named.text()).toContain('<html lang="fr">')
  const asked = await get('/embed/wait', { 'Accept-Language': 'en' })
  expect(asked.headers.get('Vary')).toBe('Accept-Language')
  expect(await asked.text()).toContain('<html lang="en">')
})

test('live frames are kept for half a minute, pinned ones for ten and then asked for again', async () => {
  const json = await get('/charts/wait.json')
  const { window } = ChartJson.parse(await json.json())
  expect(json.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=60')
  const pinned = await get(`/embed/wait?lang=fr&vintage=${window.vintage}`)
  expect(pinned.headers.get('Cache-Control')).toBe('public, max-age=600, must-revalidate')
  const again = await get(`/embed/wait?lang=fr&vintage=${window.vintage}`, {
    'If-None-Match': pinned.headers.get('ETag') ?? '',
  })
  expect(again.status).toBe(304)
})

test.each([
  ['auto', /:root\{color-scheme:light;.*@media \(prefers-color-scheme:dark\)/],
  ['light', /:root\{color-scheme:light;(?!.*prefers-color-scheme)/],
  ['dark', /:root\{color-scheme:dark;(?!.*prefers-color-scheme)/],
])('theme %s', async (theme, style) => {
  expect(await page(`/embed/wait?theme=${theme}`)).toMatch(style)
})

test('whoever looks is answered as the public', async () => {
  const { api: trusted } = await apiOver('record', { role: 'analyst' })
  for (const path of ['/embed/arrivals?lang=en', '/charts/arrivals.json?lang=en']) {
    const response = await trusted.request(HOST + path, { headers: { Cookie: 'session=analyst' } })
    expect(response.headers.get('Cache-Control')).toMatch(/^public/)
    expect(await response.text()).toBe(await page(path))
  }
})

test('files say what they are by name, and their rows whether they are real', async () => {
  const csv = await get('/charts/losses.csv?last=12w')
  expect(csv.headers.get('Content-Disposition')).toBe(
    'attachment; filename="jauge-losses-2025-12-19-2026-03-12.csv"',
  )
  const rows = parse<Record<string, string>>(await csv.text(), { columns: true })
  expect(new Set(rows.map((row) => row['data_mode']))).toEqual(new Set(['live']))
  const map = parse<Record<string, string>>(await page('/charts/corridors.csv'), { columns: true })
  expect(map.length).toBeGreaterThan(2)
  expect(map[0]).toHaveProperty('data_mode', 'live')
  const svg = await get(pictureAddress({ chart: 'corridors', view: {}, format: 'svg', width: 640 }))
  expect(svg.headers.get('Content-Disposition')).toMatch(
    /^inline; filename="jauge-corridors-.*\.svg"$/,
  )
  expect(/Chiffres tels que détenus le 20.nov\..2026/.test(await svg.text())).toBe(true)
})

test('simulated data say so in the frame, the picture, the rows and the names', async () => {
  const { api: demo } = await apiOver('record', { dataMode: 'demo' })
  const html = await (await demo.request(`${HOST}/embed/arrivals?lang=fr`)).text()
  expect(html.match(/DÉMO – données simulées/g)?.length).toBeGreaterThan(3)
  const csv = await demo.request(`${HOST}/charts/arrivals.csv`)
  expect(csv.headers.get('Content-Disposition')).toContain('filename="jauge-demo-arrivals-')
  expect(await csv.text()).toMatch(/,demo\r\n/)
})

test('a view is drawn once for all who ask for it at once, and not again while nothing changes', async () => {
  let drawn = 0
  const png = async (svg: string) => {
    drawn += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
    return new TextEncoder().encode(svg)
  }
  const { api: counting } = await apiOver('record', { embeds: { png } })
  const ask = async (search: string) => counting.request(`${HOST}/charts/wait.png?${search}`)
  await Promise.all(Array.from({ length: 20 }, () => ask('lang=fr')))
  await ask('lang=fr')
  // The order and the spelling of parameters make no other view.
  await ask('theme=light&lang=fr'.split('&').toReversed().join('&'))
  expect(drawn).toBeLessThanOrEqual(2)
  await ask('lang=en')
  expect(drawn).toBeLessThanOrEqual(3)
})

test('a height that is asked for is the height of the drawing', async () => {
  const heights = [...(await page('/embed/wait?height=300')).matchAll(/<svg [^>]*height="(\d+)"/g)]
  expect(heights.map(([, height]) => Number(height))).toEqual([300, 300, 300])
  expect(await store.version()).toBeGreaterThan(0)
})
