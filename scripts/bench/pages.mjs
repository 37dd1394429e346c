import { fork } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { register } from 'tsx/esm/api'
import { build } from 'vite'
import { threeLines } from './pages/data.js'

const SOURCE = fileURLToPath(import.meta.resolve('./pages'))
const PAGES = ['react-paragraph', 'leaflet-lines', 'recharts-chart', 'dashboard', 'leaflet-sites']
/** Those that draw a chart, and the days they draw: as many as our own opening window has, and more to step back to. */
const DRAWN = { 'recharts-chart': 196, dashboard: 240 }

/**
 * The pages that ours is compared with, built as ours is and served as ours is, each under its name; and each text of
 * `written` as a page that is nothing else. `stop` ends them.
 */
export async function referencePages(root, written = {}) {
  const home = join(root, '.cache/bench/pages')
  await rm(home, { recursive: true, force: true })
  for (const name of PAGES) await built(root, name, join(home, name))
  for (const [name, html] of Object.entries(written)) {
    await mkdir(join(home, name), { recursive: true })
    await writeFile(join(home, name, 'index.html'), html)
  }
  const folders = [...PAGES, ...Object.keys(written)].map((name) => [name, join(home, name)])
  const child = fork(fileURLToPath(import.meta.resolve('./serve-pages.mjs')))
  const served = new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The reference pages ended with ${code}.`)))
  })
  child.send(folders)
  return { urls: await served, stop: () => void child.kill() }
}

async function built(root, name, outDir) {
  register()
  const plugin = (file) => import(join(root, 'scripts/vite', file))
  const { inlineStyles } = await plugin('inline-styles.ts')
  const { precompress } = await plugin('precompress.ts')
  await build({
    root: SOURCE,
    configFile: false,
    logLevel: 'error',
    plugins: [asPage(name), react(), inlineStyles(), precompress({ pages: false })],
    resolve: { alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
    },
  })
}

/** Makes the one HTML of all pages that of one of them; what it draws is asked for as early as its script. */
function asPage(name) {
  const days = DRAWN[name]
  const early = '<link rel="preload" href="/data.json" as="fetch" crossorigin />'
  return {
    name: 'reference-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replaceAll('PAGE', name).replace('<!--preload-->', days === undefined ? '' : early),
    },
    generateBundle() {
      if (days === undefined) return
      const source = JSON.stringify(threeLines(days))
      this.emitFile({ type: 'asset', fileName: 'data.json', source })
    },
  }
}
