import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import type * as Drawing from '#mocks/demo/draw-ahead.ts'
import type * as Geography from '#mocks/demo/geography.ts'
import { inOnePiece } from './embed-scripts.ts'

const ENHANCE = 'src/embed/enhance.ts'
const HOST = 'src/embed/host.ts'
const REDRAW = 'src/demo/redraw.ts'

/** Tells the page where the script of its frames lies; filled in once it has its name. */
const META = '<meta name="jauge-embed-script" content="">'

/**
 * Tells the demo where the script of its frames lies, and lays beside it, while developing, what a build would have.
 */
export function demoEmbeds(): Plugin {
  let [base, root, isBuild] = ['/', '.', true]
  const named = (html: string, name: string) =>
    html.replace(META, META.replace('""', `"${base}${name}"`))
  return {
    name: 'jauge-demo-embeds',
    enforce: 'post',
    configResolved(config) {
      ;({ base, root } = config)
      isBuild = config.command === 'build'
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const page = html.replace('</head>', `${META}</head>`)
        return isBuild ? page : named(page, ENHANCE_IN_DEV)
      },
    },
    configureServer(server) {
      serveFrames(server, base, root)
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const enhance = Object.values(bundle).find(
          (file) => file.type === 'asset' && file.originalFileNames.includes(ENHANCE),
        )
        const page = bundle['index.html']
        if (!enhance || page?.type !== 'asset')
          return this.error('the build has no script for frames, or no page')
        page.source = named(String(page.source), enhance.fileName)
      },
    },
  }
}

const ENHANCE_IN_DEV = 'frames/enhance.js'
const REDRAW_IN_DEV = 'frames/redraw.js'
const TYPES: Record<string, string> = { js: 'text/javascript', html: 'text/html', csv: 'text/csv' }

/** Made when somebody asks; the drawings once, since they take the time of a simulated year. */
function serveFrames(server: ViteDevServer, base: string, root: string): void {
  const scripts = new Map([
    [ENHANCE_IN_DEV, ENHANCE],
    [REDRAW_IN_DEV, REDRAW],
    ['embed.js', HOST],
  ])
  let drawn: ReturnType<typeof Drawing.drawAhead> | undefined

  async function draw(): ReturnType<typeof Drawing.drawAhead> {
    const drawing = (await server.ssrLoadModule('/mocks/demo/draw-ahead.ts')) as typeof Drawing
    const { atlasOf, baseOf } = (await server.ssrLoadModule(
      '/mocks/demo/geography.ts',
    )) as typeof Geography
    const file = (name: string) => readFileSync(join(root, 'public/geo', `${name}.json`), 'utf8')
    const files = { places: file('places'), corridors: file('corridors'), base: file('base.topo') }
    return drawing.drawAhead({
      base,
      atlas: atlasOf(files),
      ground: baseOf(files),
      scripts: {
        enhance: base + ENHANCE_IN_DEV,
        redraw: base + REDRAW_IN_DEV,
        // As Vite itself names a worker.
        worker: `${base}mocks/demo/worker.ts?worker_file&type=module`,
      },
    })
  }

  async function found(name: string): Promise<string | undefined> {
    const source = scripts.get(name)
    if (source !== undefined) return inOnePiece(source)
    if (!/^(embed\/.+\.html|charts\/.+\.csv)$/.test(name)) return undefined
    return (await (drawn ??= draw())).get(name)
  }

  async function answer(path: string, response: ServerResponse, next: (error?: unknown) => void) {
    const name = path.startsWith(base) ? path.slice(base.length) : ''
    try {
      const text = await found(name)
      if (text === undefined) return next()
      const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain'
      response.setHeader('Content-Type', `${type}; charset=utf-8`)
      response.end(text)
    } catch (error) {
      next(error)
    }
  }
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost')
    void answer(pathname, response, next)
  })
}
