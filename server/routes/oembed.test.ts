import { expect, test } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'
import { rememberOrigin } from '#server/public-address.ts'

const { api } = await apiOver('record')
const HOST = 'http://jauge.example'
const EMBED = `${HOST}/embed/arrivals?last=90d&lang=en`
const ask = (search: string, host = HOST, headers = {}) =>
  api.request(`${host}/oembed?url=${encodeURIComponent(EMBED)}${search}`, { headers })
type Told = Record<string, string | number>
const told = async (search: string) => (await (await ask(search)).json()) as Told

test('says what oEmbed 1.0 asks for, with a frame of its own height', async () => {
  const answer = await told('')
  expect(answer).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Jauge', width: 640 })
  expect(answer['title']).toMatch(/tankers arrived/)
  expect(answer['height']).toBeGreaterThan(300)
  expect(answer['html']).toMatch(
    /^<iframe src="http:\/\/jauge\.example\/embed\/arrivals\?last=90d&amp;lang=en" title=".+" aria-label=".+" loading="lazy"/,
  )
  expect(answer['html']).toContain(`height="${answer['height']}"`)
})

test('keeps within the room there is, thumbnail included', async () => {
  const answer = await told('&maxwidth=400&maxheight=900')
  expect(answer['width']).toBe(400)
  expect(answer['height']).toBeLessThanOrEqual(900)
  expect(answer['thumbnail_width']).toBe(400)
  expect(answer['thumbnail_height']).toBeLessThanOrEqual(900)
  expect(await told('&maxheight=200')).toMatchObject({ height: 200 })
})

test('gives all three of the thumbnail or none', async () => {
  const names = ['thumbnail_url', 'thumbnail_width', 'thumbnail_height']
  expect(Object.keys(await told(''))).toEqual(expect.arrayContaining(names))
  const small = await told('&maxwidth=200')
  expect(Object.keys(small).filter((name) => names.includes(name))).toEqual([])
  const url = String((await told(''))['thumbnail_url'])
  const picture = await api.request(url)
  expect(picture.headers.get('Content-Type')).toBe('image/png')
})

test('says the same as XML, and no third format', async () => {
  const response = await ask('&format=xml')
  expect(response.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
  const xml = await response.text()
  const json = await told('&format=json')
  for (const [name, value] of Object.entries(json)) {
    const [, text = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml) ?? []
    const plain = text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    expect(plain).toBe(String(value))
  }
  expect((await ask('&format=yaml')).status).toBe(501)
})

test('ignores what it does not know, as its text asks, and any Accept', async () => {
  expect((await ask('&dnt=1&omitscript=true', HOST, { Accept: 'text/xml' })).status).toBe(200)
})

test('behind a proxy that speaks TLS, its addresses do too', async () => {
  const request = new Request(`${HOST}/oembed?url=${encodeURIComponent(EMBED)}`)
  rememberOrigin(request, 'https://jauge.example')
  const response = await api.fetch(request)
  const answer = (await response.json()) as Told
  expect(answer['html']).toContain('src="https://jauge.example/embed/arrivals')
  expect(answer['thumbnail_url']).toMatch(/^https:\/\/jauge\.example\/charts\//)
})
