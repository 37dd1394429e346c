import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'
import { demoSite } from './demo-site.ts'
import { createSite } from './site.ts'

const root = await mkdtemp(join(tmpdir(), 'jauge-demo-site-'))
afterAll(() => rm(root, { recursive: true }))

/** A built page that stands under `base`. */
const pageUnder = (base: string) =>
  `<!doctype html><html lang="fr"><head><!--jauge:head--><meta name="jauge-base" content="${base}"></head><body>${'x'.repeat(2000)}</body></html>`

async function built(name: string, base: string): Promise<string> {
  const folder = join(root, name)
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), pageUnder(base))
  await writeFile(join(folder, 'assets/start-aB3_x-9z.js'), `export const from = '${name}'`)
  await mkdir(join(folder, 'embed'))
  await writeFile(join(folder, 'embed/wait-fr.html'), `<p>drawn ahead for the ${name}</p>`)
  return folder
}

const folder = await built('product', '/')
const demoFolder = await built('demo', '/demo/')
const { api, atlas } = await apiOver('record')
const parts = { api, atlas, folder, settings: { contact: null, tiles: null } }
const site = await createSite({ ...parts, demoFolder })
const get = (path: string, headers: Record<string, string> = {}) =>
  site.request(`http://jauge.example${path}`, { headers })
const policyOf = ({ headers }: Response) => headers.get('Content-Security-Policy') ?? ''

test.each([
  ['/demo/', 200],
  ['/demo/?lang=en&seed=4', 200],
  ['/demo/method?lang=en', 200],
  ['/demo/nothing', 404],
])('%s opens the demo’s page', async (path, status) => {
  const response = await get(path, { 'Accept-Encoding': 'br' })
  expect(response.status).toBe(status)
  expect(response.headers.get('X-Robots-Tag')).toBe('noindex')
  expect(response.headers.get('Cache-Control')).toBe('no-cache')
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  const text = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()
  expect(text).toContain('<meta name="jauge-base" content="/demo/">')
  // Beside the product, the demo has a way back to it.
  expect(text).toContain('<meta name="jauge-product" content="/">')
})

test('without its last slash the address leads to the one that has it', async () => {
  const response = await get('/demo?lang=en')
  expect(response.status).toBe(308)
  expect(response.headers.get('Location')).toBe('/demo/?lang=en')
})

test('each has its own files', async () => {
  const demo = await get('/demo/assets/start-aB3_x-9z.js')
  expect(await demo.text()).toContain("'demo'")
  expect(demo.headers.get('Cache-Control')).toContain('immutable')
  const product = await get('/assets/start-aB3_x-9z.js')
  expect(await product.text()).toContain("'product'")
  expect(product.headers.get('X-Robots-Tag')).toBeNull()
})

test('a chart that was drawn ahead may be framed, and nothing else of the demo', async () => {
  const frame = await get('/demo/embed/wait-fr.html?last=90d')
  expect(await frame.text()).toContain('drawn ahead for the demo')
  expect(policyOf(frame)).toContain('frame-ancestors *')
  expect(frame.headers.get('X-Robots-Tag')).toBe('noindex')
  for (const path of ['/demo/', '/demo/embed', '/demo/nothing', '/demo/embed/none-fr.html'])
    expect(policyOf(await get(path))).toContain("frame-ancestors 'none'")
})

test('what runs apart from any page has leave to ask this host', async () => {
  const worker = policyOf(await get('/demo/assets/start-aB3_x-9z.js'))
  expect(worker).toContain("connect-src 'self'")
  expect(policyOf(await get('/assets/start-aB3_x-9z.js'))).not.toContain('connect-src')
})

test.each([
  '/demo/api/v1/situation',
  '/demo/api/v1/reports.csv',
  '/demo/api/',
  '/demo/embed/none-fr.html',
  '/demo/charts/wait.svg',
  '/demo/oembed',
])('no server answers %s: the demo’s API is in the reader’s browser', async (path) => {
  for (const method of path.includes('/api/') ? ['GET', 'POST'] : ['GET']) {
    const response = await site.request(`http://jauge.example${path}`, { method })
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('X-Data-Mode')).toBeNull()
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex')
  }
})

test('the product’s page knows of the demo where there is one', async () => {
  expect(await (await get('/')).text()).toContain('<meta name="jauge-demo" content="/demo/">')
  for (const none of [join(root, 'missing'), undefined]) {
    const without = await createSite({ ...parts, ...(none ? { demoFolder: none } : {}) })
    const page = await without.request('http://jauge.example/')
    expect(await page.text()).not.toContain('jauge-demo')
    expect((await without.request('http://jauge.example/demo/')).status).toBe(404)
  }
})

test('a demo that was built to stand elsewhere is not served here', async () => {
  expect(await demoSite(await built('pages', '/jauge/'))).toBeNull()
  expect(await demoSite(demoFolder)).not.toBeNull()
})
