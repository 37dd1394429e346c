import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Plugin, Rolldown } from 'vite'
import { inOnePiece } from './embed-scripts.ts'

const SOURCE = 'src/first-map.ts'
const MARKS = ['<!--jauge:early-->', '<!--jauge:first-->'] as const

/** What the map waits for once its picture is drawn, what stands around it, and what draws charts; with its language where it has one. */
const LATER = [
  { rel: 'soon', of: '/map/SituationMap.tsx', lang: '' },
  { rel: 'soon', of: '/fr/detail.ts', lang: 'fr' },
  { rel: 'soon', of: '/en/detail.ts', lang: 'en' },
  { rel: 'then', of: '/screens/below.ts', lang: '' },
  { rel: 'then', of: '/fr/later.ts', lang: 'fr' },
  { rel: 'then', of: '/en/later.ts', lang: 'en' },
  { rel: 'later', of: '/drawing/PanelDrawing.tsx', lang: '' },
]

/**
 * Builds the script that draws the map's first picture, and one that holds the ground: a script, since what is fetched comes in a
 * turn of its own, after the page's large script where both are at hand. What names them stands in comments, which the server
 * opens on the page with the map; the demo, which has no server, goes without.
 */
export function firstMap({ isDemo }: { isDemo: boolean }): Plugin {
  return {
    name: 'jauge-first-map',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return this.error('the build has no index.html')
        const emit = (name: string, source: string, originalFileName: string) => {
          const digest = createHash('sha256').update(source).digest('base64url').slice(0, 8)
          const fileName = `assets/${name}-${digest}.js`
          this.emitFile({ type: 'asset', source, originalFileName, fileName })
          return `/${fileName}`
        }
        const put = isDemo
          ? ['', '']
          : tagsFor(
              [
                emit('ground', await groundScript(), 'public/geo/base.topo.json'),
                emit('first-map', await inOnePiece(SOURCE), SOURCE),
              ],
              bundle,
            )
        page.source = MARKS.reduce((html, mark, nth) => {
          if (!html.includes(mark)) this.error(`index.html has no ${mark}`)
          return html.replace(mark, () => put[nth] ?? '')
        }, String(page.source))
      },
    },
  }
}

function tagsFor(scripts: string[], bundle: Rolldown.OutputBundle): string[] {
  const preloads = scripts.map((path) => `<link rel="preload" as="script" href="${path}">`)
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const named = LATER.map(({ rel, of, lang }) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(of)))
    if (!chunk) throw new Error(`the build has no ${of}`)
    return `<link rel="${rel}" crossorigin${lang && ` hreflang="${lang}"`} href="/${chunk.fileName}">`
  })
  const run = scripts.map((path) => `<script src="${path}"></script>`)
  return [[...preloads, ...named], run].map((tags) => `<!--jauge:map ${tags.join('')}-->`)
}

/** The files as they are, in a text, which a browser reads faster than a program. */
export async function groundScript(): Promise<string> {
  const [base, corridors] = await Promise.all(
    ['base.topo.json', 'corridors.json'].map((name) => readFile(`public/geo/${name}`, 'utf8')),
  )
  const text = `{"base":${base},"corridors":${corridors}}`.replaceAll(/\s*\n\s*/g, '')
  const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)
  return `jaugeGround=JSON.parse('${quoted}')`
}
