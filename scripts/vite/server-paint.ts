import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { InlineConfig, Plugin, Rolldown } from 'vite'

/** Where the server finds it, beside the manifest: nothing below a dot is ever served. */
const FILE = '.vite/paint.js'

/**
 * Builds what the server paints with, out of the same components and with the same names of classes: one script that
 * is no module, so that it can be run apart from the server's own code. `shared` is what both builds must have alike.
 */
export function serverPaint(shared: Pick<InlineConfig, 'plugins' | 'resolve' | 'css'>): Plugin {
  return {
    name: 'jauge-server-paint',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        ...shared,
        plugins: [later, ...(shared.plugins ?? [])],
        configFile: false,
        logLevel: 'silent',
        publicDir: false,
        mode: 'production',
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          target: 'es2022',
          minify: true,
          lib: {
            entry: fileURLToPath(new URL('../../src/paint.tsx', import.meta.url)),
            formats: ['iife'],
            name: 'jauge',
          },
        },
      })
      const output = Array.isArray(built) ? built.flatMap((each) => each.output) : []
      const chunks = output.filter((each): each is Rolldown.OutputChunk => each.type === 'chunk')
      const [chunk] = chunks
      if (chunks.length !== 1 || chunk === undefined)
        return this.error(`what the server paints with was built into ${chunks.length} pieces`)
      this.emitFile({ type: 'asset', fileName: FILE, source: chunk.code })
    },
  }
}

/** What is fetched later is never painted by the server, and stays out of its script. */
const later: Plugin = {
  name: 'jauge-later',
  enforce: 'pre',
  resolveDynamicImport: (specifier) =>
    typeof specifier === 'string' ? { id: specifier, external: true } : null,
}
