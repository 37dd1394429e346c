import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { CHARTS } from '#contract/embed.ts'
import { painter } from '#server/paint.ts'
import { weigh } from './bench/bytes.mjs'
import { buildDemoIfNeeded, buildIfNeeded } from './build.mjs'

const FOLDER = 'dist/client'
const DEMO = 'dist/demo'

beforeAll(async () => {
  const codes = await Promise.all([buildIfNeeded(), buildDemoIfNeeded()])
  if (codes.some((code) => code !== 0)) throw new Error('The client or the demo does not build.')
}, 120_000)

async function filesOf(ending: RegExp, folder = FOLDER) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => ending.test(name))
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
}

describe('what the build weighs', () => {
  test('every part keeps its budget', async () => {
    const { parts, linkedStyles } = await weigh(FOLDER)
    expect(parts.length).toBe(8)
    const heavy = parts.filter(({ bytes, budget }) => bytes > budget || !(bytes > 300))
    expect(heavy).toEqual([])
    expect(linkedStyles).toBe(0)
  }, 60_000)

  test('the page asks for one script and no style before its first paint, and with a map for its picture', async () => {
    const page = await readFile(join(FOLDER, 'index.html'), 'utf8')
    const [early = '', first = ''] = [...page.matchAll(/<!--jauge:map (.*?)-->/gs)].map(
      ([, inside]) => inside,
    )
    const always = page.replaceAll(/<!--jauge:map .*?-->/gs, '')
    expect([...always.matchAll(/<script[^>]+src=/g)]).toHaveLength(1)
    expect(page).not.toMatch(/<link[^>]+(stylesheet|modulepreload)/)
    // Nothing competes with the picture but the page's own script.
    const preloaded = [...early.matchAll(/rel="preload" as="script" href="([^"]+)"/g)]
    expect([...early.matchAll(/preload/g)]).toHaveLength(preloaded.length)
    expect(preloaded.map(([, href]) => `<script src="${href}"></script>`).join('')).toBe(first)
    const named = [...early.matchAll(/href="([^"]+)/g)].map(([, href = '']) => join(FOLDER, href))
    expect(named.map(existsSync)).toEqual(Array(9).fill(true))
  })

  test('every text file of a packet or more stands beside its compressed copies', async () => {
    const files = (await filesOf(/\.(js|json|svg)$/)).filter(
      ({ name }) => !name.startsWith('.vite'),
    )
    const large = files.filter(({ text }) => Buffer.byteLength(text) >= 1024)
    expect(large.length).toBeGreaterThan(5)
    for (const { name, text } of large) {
      expect(brotliDecompressSync(await readFile(join(FOLDER, `${name}.br`))).toString()).toBe(text)
      expect(gunzipSync(await readFile(join(FOLDER, `${name}.gz`))).toString()).toBe(text)
    }
  })
})

describe('what the build holds', () => {
  test('the page keeps the places that the server fills', async () => {
    const page = await readFile(join(FOLDER, 'index.html'), 'utf8')
    for (const mark of [
      '<html lang="fr">',
      '<!--jauge:head-->',
      '<!--jauge:noscript-->',
      '<!--jauge:data-->',
    ])
      expect(page.split(mark)).toHaveLength(2)
  })

  test.each(['fr', 'en'] as const)(
    'the server paints the page in %s with the classes of its sheet, and with no style of its own',
    async (lang) => {
      const paint = await painter(FOLDER)
      const around = { pathname: '/', search: '', meta: {}, data: {} }
      const painted = paint?.({ ...around, lang }) ?? ''
      expect(painted).toMatch(lang === 'fr' ? /<h1[^>]*>La situation/ : /<h1[^>]*>The situation/)
      // No policy of ours lets a page that was served style its elements one by one.
      expect(painted).not.toContain(' style=')
      const page = await readFile(join(FOLDER, 'index.html'), 'utf8')
      const [, sheet = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []
      const classes = [...painted.matchAll(/ class="([^"]+)"/g)].flatMap(([, all = '']) =>
        all.split(' '),
      )
      expect(classes.length).toBeGreaterThan(10)
      expect(classes.filter((each) => !sheet.includes(`.${each}`))).toEqual([])
      const ids = [...painted.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.length).toBe(new Set(ids).size)
    },
  )

  /** Named in a text or linked to, and never fetched: name spaces, error pages, sources, credits. */
  const MERELY_NAMED = new Set([
    'www.w3.org',
    'react.dev',
    'redux.js.org',
    'redux-toolkit.js.org',
    'bit.ly',
    'leafletjs.com',
    'www.openstreetmap.org',
    'mali24.info',
    'bamada.net',
    'localhost',
  ])
  const strangers = (text: string) =>
    [...text.matchAll(/https?:\/\/([\w.-]+)/g)]
      .map((found) => found[1] ?? '')
      .filter((host) => !MERELY_NAMED.has(host))

  test('nothing in it speaks to another host', async () => {
    const files = await filesOf(/\.(js|html|json|css|svg)$/)
    expect(files.length).toBeGreaterThan(10)
    expect(
      files.flatMap(({ name, text }) => strangers(text).map((host) => `${name}: ${host}`)),
    ).toEqual([])
    const loads = files.filter(({ text }) => /(?:src=|url\(|import\()["']?https?:/.test(text))
    expect(loads.map(({ name }) => name)).toEqual([])
  })

  test('a font from elsewhere would be caught', () => {
    expect(strangers('@import "https://fonts.example.com/serif.css"')).toEqual([
      'fonts.example.com',
    ])
  })

  /** Words that a bundler does not rename: of MSW, of the simulator, of the worker and its line, of the demo's catalogue. */
  const OF_THE_DEMO = {
    MSW: /mockServiceWorker|MOCK_ACTIVATE|\[MSW\]/,
    'the simulator': /senegal-axis-cut/,
    'the server in the page': /urn:jauge:problem:/,
    'the worker': /new Worker\(/,
    'its words': /demo\.preparing/,
  }
  async function foundIn(folder: string): Promise<string[]> {
    const files = await filesOf(/\.(js|html)$/, folder)
    return Object.entries(OF_THE_DEMO)
      .filter(([, pattern]) => files.some(({ name, text }) => pattern.test(name + text)))
      .map(([what]) => what)
  }

  test('nothing of the demo is in it; the same search finds all of it in the demo', async () => {
    expect(await foundIn(DEMO)).toEqual(Object.keys(OF_THE_DEMO))
    expect(await foundIn(FOLDER)).toEqual([])
    const names = (await readdir(FOLDER, { recursive: true })).join('\n')
    expect(names).not.toMatch(/worker/i)
  })
})

describe('the demo’s build', () => {
  test('can be put on a host that knows nothing of it', async () => {
    const page = await readFile(join(DEMO, 'index.html'), 'utf8')
    expect(page).not.toContain('<!--jauge:')
    expect(page).toContain('<meta name="robots" content="noindex">')
    for (const name of ['404.html', 'embed.html', 'embed/index.html'])
      expect(await readFile(join(DEMO, name), 'utf8')).toBe(page)
    expect(await readdir(DEMO)).toContain('.nojekyll')
    // Everything it asks for stands below its own base.
    const asked = [...page.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path]) => path)
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter((path) => !path?.startsWith('/demo/'))).toEqual([])
  })

  test('brings the service worker of the MSW that it was built with', async () => {
    const { version } = JSON.parse(await readFile('node_modules/msw/package.json', 'utf8')) as {
      version: string
    }
    const worker = await readFile(join(DEMO, 'mockServiceWorker.js'), 'utf8')
    expect(worker).toContain(`PACKAGE_VERSION = '${version}'`)
    expect(await readdir('public')).not.toContain('mockServiceWorker.js')
  })
})

describe('what is drawn ahead for hosts that only hand out files', () => {
  const PAGES = CHARTS.flatMap((chart) =>
    (['fr', 'en'] as const).flatMap((lang) =>
      ['', '-light', '-dark'].map((theme) => ({
        chart,
        lang,
        name: `${chart}-${lang}${theme}.html`,
      })),
    ),
  )
  const MARK = { fr: 'DÉMO – données simulées', en: 'DEMO – simulated data' }
  const page = (name: string) => readFile(join(DEMO, 'embed', name), 'utf8')

  test('is every chart in each language and theme, and the demo’s alone', async () => {
    const names = (await readdir(join(DEMO, 'embed'))).filter((name) => /-.*\.html$/.test(name))
    expect(names.toSorted()).toEqual(PAGES.map(({ name }) => name).toSorted())
    const product = await readdir(FOLDER)
    expect(product).not.toContain('embed')
    expect(product).not.toContain('charts')
    expect(
      (await filesOf(/\.(js|html)$/)).filter(({ text }) => text.includes('id="drawn"')),
    ).toEqual([])
  })

  test.each(PAGES)(
    '$name is whole: marked in the picture, told, and with its numbers',
    async (of) => {
      const html = await page(of.name)
      expect(html).toContain(`<html lang="${of.lang}">`)
      const drawings = [...html.matchAll(/<svg .*?<\/svg>/gs)].map(([svg]) => svg)
      expect(drawings).toHaveLength(3)
      expect(drawings.filter((svg) => !svg.includes(MARK[of.lang]))).toEqual([])
      expect(html.length).toBeGreaterThan(20_000)
      expect(
        brotliDecompressSync(await readFile(join(DEMO, 'embed', `${of.name}.br`))).toString(),
      ).toBe(html)
      expect((await readFile(join(DEMO, 'embed', `${of.name}.br`))).byteLength).toBeLessThan(30_000)
      for (const part of ['<h1 id="title">', 'class="credit"', '<table>', 'id="drawn"'])
        expect(html).toContain(part)

      // A meta element cannot say who may frame, and a browser would complain that it tries.
      const [, policy = ''] =
        /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
      expect(policy).toContain('default-src &#39;none&#39;')
      expect(policy).not.toMatch(/frame-ancestors|unsafe/)

      // It names nothing that is not there, and no host.
      const named = [...html.matchAll(/(?:href|src|data-worker)="([^"#]+)"/g)].map(
        ([, to]) => to ?? '',
      )
      expect(named.length).toBeGreaterThan(5)
      const missing = named.filter((to) => {
        const { pathname } = new URL(to.replaceAll('&amp;', '&'), 'http://host/')
        const file = pathname === '/demo/' ? 'index.html' : pathname.slice('/demo/'.length)
        return !to.startsWith('/demo/') || !existsSync(join(DEMO, file))
      })
      expect(missing).toEqual([])
      expect(html).not.toMatch(/drawn\.ahead|oembed/)
    },
  )

  test('the numbers say in each row that they are of a demo', async () => {
    const files = await filesOf(/^charts\/.*\.csv$/, DEMO)
    expect(files).toHaveLength(CHARTS.length * 2)
    for (const { name, text } of files) {
      expect(name).toContain('jauge-demo-')
      const [head, ...rows] = text.trim().split(/\r?\n/)
      expect(head).toContain('data_mode')
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.filter((row) => !/\bdemo\b/.test(row))).toEqual([])
    }
  })
})
