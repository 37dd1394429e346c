import { describe, expect, test } from 'vitest'
import { EMBED_ROUTES } from '#contract/embed-routes.ts'
import { CHARTS } from '#contract/embed.ts'
import { Problem } from '#contract/problem.ts'
import { apiOver } from '#mocks/api-over.ts'

const { api } = await apiOver('record')
const HOST = 'http://jauge.example'
const ask = (path: string) => api.request(HOST + path, { headers: { 'Accept-Language': 'en' } })

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "';alert(1)//",
  'javascript:alert(1)',
  '</style><script>alert(1)</script>',
  '\u0000',
  '../../etc/passwd',
  '{{constructor}}',
  '%00',
  '9'.repeat(400),
]

/** The title of the host's own page may hold anything: it is taken, and never read. */
const UNREAD = ['parentTitle']

/** What every hostile address is answered with. */
const REFUSED = {
  isRefused: true,
  mediaType: 'application/problem+json',
  caching: 'no-store',
  isProblem: true,
  isSentBack: false,
}

async function answerTo(path: string, value: string) {
  const { status, headers, text } = await response(path)
  return {
    isRefused: status >= 400 && status < 500,
    mediaType: headers.get('Content-Type'),
    caching: headers.get('Cache-Control'),
    isProblem: text.startsWith('{') && Problem.safeParse(JSON.parse(text)).success,
    isSentBack: /[<>"']/.test(value) && text.includes(value),
  }
}

async function response(path: string) {
  const answer = await ask(path)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const drawn = Object.values(EMBED_ROUTES).filter(({ path }) => path !== '/oembed')

describe.each(drawn)('$path', ({ path, query }) => {
  const address = path.replace('{chart}', 'arrivals')
  const names = Object.keys(query.shape).filter((name) => !UNREAD.includes(name))

  test('there are parameters to try', () => {
    expect(names.length).toBeGreaterThan(8)
  })

  test.each(names)('refuses hostile text in %s', async (name) => {
    for (const value of HOSTILE)
      expect(await answerTo(`${address}?${name}=${encodeURIComponent(value)}`, value)).toEqual(
        REFUSED,
      )
  })

  test('refuses hostile text as the name of a parameter and of a chart', async () => {
    for (const value of HOSTILE) {
      expect(await answerTo(`${address}?${encodeURIComponent(value)}=1`, value)).toEqual(REFUSED)
      expect(await answerTo(path.replace('{chart}', encodeURIComponent(value)), value)).toEqual(
        REFUSED,
      )
    }
  })

  test.each([
    'from=1900-01-01&to=2199-12-31',
    'from=2019-01-01&to=2026-01-01',
    'from=2026-01-01&to=2025-01-01',
    'last=1831d',
    'last=262w',
    'last=61m',
    'last=0d',
    'last=-5d',
    'last=90',
    'last=1e3d',
    'last=90d&from=2026-01-01',
    'last=90d&last=80d',
    'vintage=2999-01-01T00:00:00Z',
    'at=2999-01-01',
    'at=2020-01-01&from=2026-01-01',
    'place=nowhere',
    'known=yesterday',
  ])('refuses ?%s', async (search) => {
    expect(await answerTo(`${address}?${search}`, search)).toEqual(REFUSED)
  })
})

test.each([
  'width=319',
  'width=1601',
  'width=1e9',
  'scale=3',
  'height=0',
  'theme=auto',
  'width=640.5',
])('a picture with ?%s is refused', async (search) =>
  expect(await answerTo(`/charts/arrivals.png?${search}`, search)).toEqual(REFUSED),
)

test.each([
  '/embed/nothing',
  '/embed/',
  '/charts/arrivals',
  '/charts/arrivals.gif',
  '/charts/.svg',
])('nothing is at %s', async (path) => expect(await answerTo(path, path)).toEqual(REFUSED))

describe('oEmbed', () => {
  const own = (path: string) => HOST + path
  test.each([
    ['another host', 'https://evil.example/embed/arrivals'],
    ['a host that begins as ours', 'http://jauge.example.evil.example/embed/arrivals'],
    ['a host that ends as ours', 'http://evil-jauge.example/embed/arrivals'],
    ['a user before a host', 'http://jauge.example@evil.example/embed/arrivals'],
    ['a user on our host', 'http://user:secret@jauge.example/embed/arrivals'],
    ['another port', 'http://jauge.example:8080/embed/arrivals'],
    ['a machine inside', 'http://127.0.0.1:5432/embed/arrivals'],
    ['a script', 'javascript:alert(1)//jauge.example/embed/arrivals'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///embed/arrivals'],
    ['another scheme', 'ftp://jauge.example/embed/arrivals'],
    ['another path', own('/charts/arrivals.svg')],
    ['the studio', own('/embed')],
    ['a path that leaves', own('/embed/../api/v1/reports')],
    ['a path below', own('/embed/arrivals/more')],
    ['no such chart', own('/embed/nothing')],
    ['no address', 'arrivals'],
    ['nothing', ''],
    ['a parameter with a script', own('/embed/arrivals?place=<script>alert(1)</script>')],
    ['an unknown parameter', own('/embed/arrivals?wether=1')],
    ['a huge window', own('/embed/arrivals?from=1900-01-01&to=2199-01-01')],
  ])('refuses %s', async (_what, url) => {
    expect(await answerTo(`/oembed?url=${encodeURIComponent(url)}`, url)).toEqual(REFUSED)
  })

  const good = encodeURIComponent(own('/embed/arrivals'))
  test.each(['maxwidth=0', 'maxwidth=-1', 'maxheight=many', 'lang=xx', `url=${good}`])(
    'refuses ?%s beside a good address',
    async (search) =>
      expect(await answerTo(`/oembed?url=${good}&${search}`, search)).toEqual(REFUSED),
  )

  test('takes the good address, so the tests above look at something', async () => {
    expect((await ask(`/oembed?url=${good}`)).status).toBe(200)
  })
})

test('the title of the host’s page is not read: the same bytes with it and without', async () => {
  const plain = await (await ask('/embed/arrivals?lang=en')).text()
  const search = `childId=a&initialWidth=640&parentUrl=https%3A%2F%2Fnews.example%2F&parentTitle=${encodeURIComponent('<script>')}`
  expect(await (await ask(`/embed/arrivals?lang=en&${search}`)).text()).toBe(plain)
})

test('nothing of a source’s own text becomes markup', async () => {
  const evil = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  const { recordDrafts } = await import('#mocks/api-over.ts')
  const drafts = (await recordDrafts()).map((draft) => ({
    ...draft,
    note: evil,
    source: { ...draft.source, name: evil },
  }))
  const { api: evilApi } = await apiOver(drafts)
  for (const chart of CHARTS)
    for (const path of [`/embed/${chart}`, `/charts/${chart}.svg`]) {
      const text = await (await evilApi.request(HOST + path)).text()
      expect(text).toContain('alert(1)')
      expect(text).not.toMatch(/<script>alert|<img/)
    }
})
