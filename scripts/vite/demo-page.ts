import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** MSW's own, of the version that the page was built with. */
const SERVICE_WORKER = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
const LANGUAGES = ['fr', 'en'] as const

/**
 * Makes of the product's page one that a static host can serve: what the server would fill in is written now, in both
 * languages, a 404 page opens deep links, and MSW's service worker lies beside them.
 */
export function demoPage(): Plugin {
  let [base, root] = ['/', '.']
  return {
    name: 'jauge-demo-page',
    enforce: 'post',
    configResolved(config) {
      ;({ base, root } = config)
    },
    configureServer({ middlewares }) {
      middlewares.use(`${base}mockServiceWorker.js`, (_, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.end(readFileSync(SERVICE_WORKER))
      })
    },
    transformIndexHtml: { order: 'pre', handler: (html) => filled(html, base, root) },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return this.error('the build has no index.html')
        // A static host answers with it whatever it does not have: every screen but the first and the studio.
        // The studio is named as the folder of the frames is: hosts look there, or for a file, before they say 404.
        for (const fileName of ['404.html', 'embed.html', 'embed/index.html'])
          this.emitFile({ type: 'asset', fileName, source: page.source })
        // GitHub Pages would else leave out what begins with an underscore.
        this.emitFile({ type: 'asset', fileName: '.nojekyll', source: '' })
        const source = readFileSync(SERVICE_WORKER)
        this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source })
      },
    },
  }
}

/** A message in one language, as HTML. */
type Say = (id: string, values?: Record<string, string>) => string

function wordsOf(lang: string, root: string): Say {
  const messages = ['demo', 'demo-page'].map(
    (name) =>
      JSON.parse(readFileSync(join(root, `src/i18n/${lang}/${name}.json`), 'utf8')) as object,
  )
  const all = Object.assign({}, ...messages) as Record<string, string>
  return (id, values = {}) => {
    const text = all[id]
    if (text === undefined) throw new Error(`No catalogue has ${id}`)
    return escaped(text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''))
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function filled(html: string, base: string, root: string): string {
  const says = LANGUAGES.map((lang) => ({ lang, say: wordsOf(lang, root) }))
  /** The same in both languages; the page shows the reader's. */
  const inBoth = (write: (say: Say) => string) =>
    says.map(({ lang, say }) => `<div class="${lang}" lang="${lang}">${write(say)}</div>`).join('')
  const noscript = says.map(({ lang, say }) => `<p lang="${lang}">${say('demo.noscript')}</p>`)
  const put: Record<string, string> = {
    '<!--jauge:head-->': head(says, base),
    '<div id="root"></div>': `<div id="root"><div class="demo-start" id="demo-preparing">${inBoth(preparing)}</div></div>`,
    '<!--jauge:noscript-->': `<style>#root { display: none }</style>${noscript.join('')}`,
    '<!--jauge:data-->': `<div class="demo-start" id="demo-stuck" role="alert" hidden>${inBoth((say) => stuck(say, base))}</div>
    <script nomodule>demoIsStuck('old')</script>`,
  }
  return Object.entries(put).reduce((page, [mark, text]) => {
    if (!page.includes(mark)) throw new Error(`index.html has no ${mark}`)
    return page.replace(mark, () => text)
  }, html)
}

function head(says: { lang: string; say: Say }[], base: string): string {
  const titles = Object.fromEntries(
    says.map(({ lang, say }) => [lang, say('demo.preview.title').replaceAll('&amp;', '&')]),
  )
  const [french] = says
  const title = french?.say('demo.preview.title') ?? ''
  const description = says.map(({ say }) => say('demo.preview.text')).join(' ')
  const script = readFileSync(new URL('./demo-page.js', import.meta.url), 'utf8')
    .replace('__TITLES__', () => JSON.stringify(titles).replaceAll('<', String.raw`\u003c`))
    .replace('__BASE__', () => JSON.stringify(base))
  return [
    `<title>${title}</title>`,
    `<meta name="description" content="${description}">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${description}">`,
    // Simulated figures must not be found by somebody who looks for real ones.
    '<meta name="robots" content="noindex">',
    `<meta name="jauge-base" content="${base}">`,
    '<style>.demo-start { max-width: 38rem; margin: 12vh auto 2rem; padding: 0 1rem; font-family: system-ui, sans-serif }',
    'html[lang="fr"] .demo-start .en, html[lang="en"] .demo-start .fr, [data-why][hidden] { display: none }',
    '.demo-start pre { white-space: pre-wrap; overflow-wrap: anywhere }</style>',
    `<script>${script}</script>`,
  ].join('\n    ')
}

function preparing(say: Say): string {
  return `<p><strong>${say('demo.mark')}</strong></p><h1>${say('demo.preparing.title')}</h1><p>${say('demo.preparing.text')}</p>`
}

function stuck(say: Say, base: string): string {
  return `<p><strong>${say('demo.mark')}</strong></p>
<section data-why="file" hidden><h1>${say('demo-page.file.title')}</h1><p>${say('demo-page.file.text')}</p>
<pre><code class="demo-command"></code></pre><p>${say('demo-page.file.then')} <a class="demo-address" href="#"></a></p>
<p class="demo-folder" hidden>${say('demo-page.file.folder', { base })}</p></section>
<section data-why="stuck" hidden><h1>${say('demo-page.stuck.title')}</h1><p>${say('demo-page.stuck.text')}</p><p>${say('demo-page.old')}</p>
<p><a href="">${say('demo-page.stuck.retry')}</a></p></section>
<section data-why="old" hidden><h1>${say('demo-page.stuck.title')}</h1><p>${say('demo-page.old')}</p></section>`
}
