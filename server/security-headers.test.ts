import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { afterAll, describe, expect, test } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'
import { rememberOrigin } from './public-address.ts'
import { createSite } from './site.ts'

const folder = await mkdtemp(join(tmpdir(), 'jauge-headers-'))
afterAll(() => rm(folder, { recursive: true }))

const PAGE = `<!doctype html><html lang="fr"><head><script>
  /* the theme */ document.title
</script><style>body{color:red}</style><!--jauge:head--><script type="module" src="/assets/index.js"></script></head>
<body><noscript><!--jauge:noscript--></noscript><!--jauge:data--></body></html>`
const FRAME =
  '<!doctype html><style>p{color:red}</style><script defer src="/x.js"></script><script type="application/json">{}</script>'
const FILES = {
  'client/index.html': PAGE,
  'client/assets/index-aB3_x-9z.js': '1',
  'client/assets/enhance-aB3_x-9z.js': '1',
  'client/embed.js': '1',
  'client/og.png': '1',
  'client/geo/places.json': '[]',
  'demo/index.html': PAGE.replace('<head>', '<head><meta name="jauge-base" content="/demo/">'),
  'demo/embed/wait-fr.html': FRAME,
  'demo/assets/worker-aB3_x-9z.js': '1',
}
for (const [path, text] of Object.entries(FILES)) {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), text)
}

const { api, atlas } = await apiOver('record')
const parts = { api, atlas, folder: join(folder, 'client'), demoFolder: join(folder, 'demo') }
const siteWith = (tiles: string | null) =>
  createSite({
    ...parts,
    settings: { contact: null, tiles: tiles === null ? null : { url: tiles, attribution: '©' } },
  })
const site = await siteWith(null)

/** Every address that a router knows, with something in place of what varies. */
const routed = [...site.routes, ...api.routes].map(({ path }) =>
  path
    .replaceAll(/:chart\{[^}]*\}/g, (part) => `wait${/\\(\.\w+)/.exec(part)?.[1] ?? ''}`)
    .replaceAll(/:\w+\{[^}]*\}/g, (part) => `x${/\\(\.\w+)/.exec(part)?.[1] ?? ''}`)
    .replaceAll(':chart', 'wait')
    .replaceAll(/:\w+/g, 'x')
    .replaceAll('*', 'x'),
)
const files = Object.keys(FILES).map((path) => path.replace(/^client\//, '').replace(/^/, '/'))
const ADDRESSES = [...new Set([...routed, ...files, '/nothing', '/api/v1/series/x?at=y'])]

const asked = (path: string, method = 'GET') =>
  site.request(`http://jauge.example${path}`, { method })
const policyOf = ({ headers }: Response) => headers.get('Content-Security-Policy') ?? ''

describe('every address of the router', () => {
  test('is looked at', () => {
    expect(ADDRESSES.length).toBeGreaterThan(30)
    for (const path of ['/method', '/embed/wait', '/charts/wait.svg', '/api/v1/situation'])
      expect(ADDRESSES).toContain(path)
  })

  test.each(ADDRESSES)('%s is guarded, whatever is asked of it', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE']) {
      const response = await asked(path, method)
      const { headers } = response
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('same-origin')
      expect(headers.get('Cross-Origin-Resource-Policy')).toMatch(/^(same|cross)-origin$/)
      expect(headers.get('X-Powered-By')).toBeNull()
      expect(headers.get('Server')).toBeNull()
      const policy = policyOf(response)
      expect(policy).toMatch(/^default-src 'none'/)
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toMatch(/form-action '(none|self)'/)
      expect(policy).not.toMatch(/unsafe|https?:|script-src[^;]*(data:|blob:|\*)/)
      const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false
      const isFramed = /^\/(demo\/)?embed\/wait(-fr\.html)?$/.test(path)
      expect(policy.includes("frame-ancestors 'none'")).toBe(!(isFramed && isPage))
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe(isPage ? 'same-origin' : null)
      expect(headers.has('Permissions-Policy')).toBe(isPage)
      expect(headers.get('X-Frame-Options')).toBe(isPage && !isFramed ? 'DENY' : null)
    }
  })

  test('has a policy in which Google’s evaluator finds nothing to bypass', async () => {
    const policies = new Set(
      await Promise.all(ADDRESSES.map(async (p) => policyOf(await asked(p)))),
    )
    expect(policies.size).toBeGreaterThan(4)
    expect([...policies].flatMap(weaknesses)).toEqual([])
  })
})

/** What is certain or likely to be wrong; the rest are wishes, such as trusted types. */
function weaknesses(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.STRICT_CSP)
    .map(({ directive, description }) => `${directive}: ${description}`)
}

test.each([
  "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'",
  "default-src 'none'; script-src 'self' https://cdnjs.cloudflare.com; base-uri 'none'",
  "script-src 'self'",
])('a weak policy is caught: %s', (policy) => {
  expect(weaknesses(policy)).not.toEqual([])
})

test('a page names each of its inline scripts and styles, and no other', async () => {
  const response = await asked('/')
  const policy = policyOf(response)
  const html = await response.text()
  const inline = [...html.matchAll(/<(?:script|style)>([^]*?)<\/(?:script|style)>/g)]
  expect(inline).toHaveLength(3)
  for (const [, text = ''] of inline)
    expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  expect(policy.match(/script-src ([^;]*)/)?.[1]?.split(' ')).toHaveLength(2)
  expect(html).not.toMatch(/ style="| on\w+="/)
  expect(await (await asked('/nothing')).text()).not.toMatch(/ style="/)
})

test('a page names the style of every frame that the studio may show in it', async () => {
  const policy = policyOf(await asked('/embed'))
  for (const chart of ['wait', 'prices', 'losses'])
    for (const theme of ['', '?theme=light', '?theme=dark']) {
      const style = /style-src ('[^']+')/.exec(policyOf(await asked(`/embed/${chart}${theme}`)))
      expect(policy).toContain(style?.[1] ?? 'a style')
    }
})

test('only what other sites show may be loaded by them', async () => {
  const open = [
    '/api/v1/situation',
    '/charts/wait.svg',
    '/embed/wait',
    '/embed.js',
    '/assets/enhance-aB3_x-9z.js',
    '/og.png',
    '/demo/embed/wait-fr.html',
  ]
  const closed = ['/', '/method', '/assets/index-aB3_x-9z.js', '/geo/places.json', '/demo/']
  const whose = async (path: string) =>
    (await asked(path)).headers.get('Cross-Origin-Resource-Policy')
  for (const path of open) expect([path, await whose(path)]).toEqual([path, 'cross-origin'])
  for (const path of closed) expect([path, await whose(path)]).toEqual([path, 'same-origin'])
})

test('only behind TLS, the browser is told to stay there', async () => {
  expect((await asked('/')).headers.get('Strict-Transport-Security')).toBeNull()
  const request = new Request('http://jauge.example/')
  rememberOrigin(request, 'https://jauge.example')
  const response = await site.fetch(request)
  expect(response.headers.get('Strict-Transport-Security')).toBe('max-age=63072000')
})

test.each([
  ['https://tiles.example/{z}/{x}/{y}.png', 'https://tiles.example', true],
  ['https://{s}.tiles.example/{z}/{x}/{y}.png', 'https://c.tiles.example', true],
  ['/tiles/{z}/{x}/{y}.png', "'self'", false],
])(
  'tiles from %s may be shown, and learn no more than the site’s name',
  async (url, host, told) => {
    const { headers } = await (await siteWith(url)).request('http://jauge.example/')
    expect(headers.get('Content-Security-Policy')).toMatch(
      new RegExp(`img-src [^;]*${host.replaceAll('.', String.raw`\.`)}[ ;]`),
    )
    expect(headers.get('Referrer-Policy')).toBe(
      told ? 'strict-origin-when-cross-origin' : 'same-origin',
    )
  },
)
