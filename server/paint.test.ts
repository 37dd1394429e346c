import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'
import { painter } from './paint.ts'
import { createSite } from './site.ts'

const PAGE = `<!doctype html><html lang="fr"><head><!--jauge:head--></head><body><div id="root"></div>
<noscript><!--jauge:noscript--></noscript><!--jauge:data--></body></html>`

/** Says what it finds around itself, as the page's components do. */
const TELLS = `var times = 0
var jauge = {
  paint: function () {
    times += 1
    var data = document.getElementById('jauge-situation')
    var mail = document.querySelector('meta[name="jauge-contact"]')
    return '<p>' + [times, document.documentElement.lang, location.pathname + location.search,
      data && JSON.parse(data.textContent).window.at, data && data.dataset.search, mail && mail.content,
      typeof process].join(' ') + '</p>'
  },
}`

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function folderWith(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jauge-paint-'))
  folders.push(folder)
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, 'index.html'), PAGE)
  await writeFile(join(folder, '.vite/paint.js'), script)
  return folder
}

const { api, atlas } = await apiOver('record')
const settings = { contact: 'mailto:desk@example.org', tiles: null }
const siteOf = async (script: string, report?: (error: Error) => void) =>
  createSite({
    api,
    atlas,
    folder: await folderWith(script),
    settings,
    ...(report ? { report } : {}),
  })
const rootOf = (html: string) => /<div id="root">(.*?)<\/div>/s.exec(html)?.[1]

test('the situation’s page is painted in the reader’s language, for the question in its one spelling', async () => {
  const site = await siteOf(TELLS)
  const page = async (path: string) =>
    rootOf(await (await site.request(`http://jauge.example${path}`)).text())
  expect(await page('/?hide=places&at=2026-01-18')).toBe(
    '<p>1 fr /?at=2026-01-18 2026-01-18 at=2026-01-18 mailto:desk@example.org undefined</p>',
  )
  expect(await page('/?lang=en')).toMatch(/^<p>1 en \/\?lang=en 2026-03-12 lang=en /)
  // Kept with the page's answer: nobody asks for it twice.
  expect(await page('/?open=report:x&at=2026-01-18')).toMatch(/^<p>1 /)
  expect(await page('/')).toMatch(/^<p>2 /)
  expect(await page('/method')).toBe('')
})

test('without a script the figures are painted, and not said a second time in words', async () => {
  const site = await siteOf(TELLS)
  const words = async (path: string) =>
    /<noscript>(.*?)<\/noscript>/s.exec(
      await (await site.request(`http://jauge.example${path}`)).text(),
    )?.[1]
  expect(await words('/?lang=en')).not.toContain('Tankers arrived')
  expect(await words('/?lang=en')).toContain('<a href="/?lang=fr">En français</a>')
  expect(await words('/method?lang=en')).toContain('Tankers arrived')
})

test('a painting that fails is told of, and the page opens with the situation in words', async () => {
  const report = vi.fn<(error: Error) => void>()
  const site = await siteOf(`var jauge = { paint() { throw new Error('torn') } }`, report)
  const response = await site.request('http://jauge.example/?lang=en')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(rootOf(html)).toBe('')
  expect(html).toContain('Tankers arrived')
  expect(report).toHaveBeenCalledOnce()
})

test('a build that brought nothing to paint with paints nothing', async () => {
  expect(await painter(join(tmpdir(), 'jauge-no-such-folder'))).toBeNull()
})

test('whoever shows a cookie is given the painting that everybody is, and to no cache', async () => {
  const site = await siteOf(TELLS)
  const all = rootOf(await (await site.request('/')).text())
  for (const cookie of ['jauge=one', 'jauge=two']) {
    const answer = await site.request('/', { headers: { Cookie: cookie } })
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    expect(answer.headers.get('ETag')).toBe(null)
    // Told with the number of times that anything was painted.
    expect(rootOf(await answer.text())).toBe(all)
  }
})
