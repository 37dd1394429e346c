import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Plugin } from 'vite'

const SCRIPTS = [
  { source: 'src/embed/enhance.ts', named: { name: 'enhance.js' } },
  // What other people's pages name: it may never move.
  { source: 'src/embed/host.ts', named: { fileName: 'embed.js' } },
] as const

/** Draws another view in a frame that was drawn ahead. */
const OF_THE_DEMO = [{ source: 'src/demo/redraw.ts', named: { name: 'redraw.js' } }] as const

/**
 * Builds the scripts of embeds apart from the product: each in one piece and no module, since a frame without an origin of
 * its own, as AMP makes it, may fetch no module, and what a host's page runs must not leave names there.
 */
export function embedScripts({ isDemo }: { isDemo: boolean }): Plugin {
  return {
    name: 'jauge-embed-scripts',
    apply: 'build',
    async generateBundle() {
      for (const { source, named } of [...SCRIPTS, ...(isDemo ? OF_THE_DEMO : [])]) {
        const code = await inOnePiece(source)
        this.emitFile({ type: 'asset', source: code, originalFileName: source, ...named })
      }
    },
  }
}

/** A script and all that it imports, as one that is no module. */
export async function inOnePiece(source: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      target: 'es2020',
      lib: {
        entry: fileURLToPath(new URL(`../../${source}`, import.meta.url)),
        formats: ['iife'],
        name: 'jauge',
      },
    },
  })
  const output = Array.isArray(built) ? built.flatMap((each) => each.output) : []
  const [chunk] = output
  if (output.length !== 1 || chunk?.type !== 'chunk')
    throw new Error(`${source} was built into ${output.length} pieces.`)
  return chunk.code.trim()
}
