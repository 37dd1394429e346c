import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { demoEmbeds } from './scripts/vite/demo-embeds.ts'
import { demoPage } from './scripts/vite/demo-page.ts'
import { embedScripts } from './scripts/vite/embed-scripts.ts'
import { fewD3 } from './scripts/vite/few-d3.ts'
import { fewLeaflet } from './scripts/vite/few-leaflet.ts'
import { firstMap } from './scripts/vite/first-map.ts'
import { inlineStyles } from './scripts/vite/inline-styles.ts'
import { noMutations } from './scripts/vite/no-mutations.ts'
import { plainImports } from './scripts/vite/plain-imports.ts'
import { precompress } from './scripts/vite/precompress.ts'
import { serverPaint } from './scripts/vite/server-paint.ts'
import { compileCatalogue } from './src/i18n/compile.ts'

/** Catalogues are compiled while building, so that the reader's browser carries no message parser. */
const catalogues = {
  name: 'jauge-catalogues',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/src\/i18n\/(fr|en)\/\w+\.json$/.test(id)) return null
    const messages = JSON.parse(code) as Record<string, string>
    return {
      code: `export default ${JSON.stringify(compileCatalogue(messages))}`,
      moduleType: 'js',
    }
  },
}

/** The same code in fewer bytes. */
const lighter = [
  // The module build can be shaken; the one that `leaflet` names cannot.
  { find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' },
  // React has had this itself since version 18.
  { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
  {
    find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
    replacement: 'use-sync-external-store/with-selector.js',
  },
]

/** While developing, the page is served here and the API beside it. */
const api = process.env['JAUGE_API'] ?? 'http://127.0.0.1:8080'

// A class's full name stands in the script and in the style sheet, and helps nobody there.
const css = { modules: { generateScopedName: '[hash:base64:5]' } }
const resolve = { alias: lighter }

export default defineConfig(({ mode }) => {
  const isDemo = mode === 'demo'
  const painting = { plugins: [catalogues, noMutations(), react()], resolve, css }
  return {
    plugins: [
      catalogues,
      fewD3(),
      fewLeaflet(),
      noMutations(),
      plainImports(),
      react(),
      embedScripts({ isDemo }),
      inlineStyles(),
      firstMap({ isDemo }),
      ...(isDemo ? [demoEmbeds(), demoPage()] : [serverPaint(painting)]),
      precompress({ pages: isDemo }),
    ],
    // The server of the demo runs in a worker, and speaks from the same catalogues.
    worker: { format: 'es', plugins: () => [catalogues] },
    resolve,
    css,
    server: { proxy: { '^/(api/|embed/|charts/|oembed|feed\\.atom)': api } },
    build: {
      outDir: isDemo ? 'dist/demo' : 'dist/client',
      target: 'es2022',
      manifest: true,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        // Compressing at the highest quality takes longer than the rest, and is meant to.
        checks: { pluginTimings: false },
        output: {
          codeSplitting: {
            // Few and whole pieces: each request costs a bad line a round trip, however little it fetches.
            groups: [
              { name: 'index', tags: ['$initial'] },
              {
                name: 'around',
                // What stands around the map, charts included but not Recharts; and what saves a file, for the records too.
                test: /src[\\/](figures(?![\\/](map|drawn|svg|citation))|app[\\/]screens[\\/]below|features[\\/](timeline|filters|charts(?![\\/]drawing))|ui[\\/](use-download|use-width|save-file))/,
              },
              {
                name: 'records',
                test: /src[\\/](app[\\/]screens[\\/]records|features[\\/](evidence|reports)|ui[\\/](ReportLine|Definition))/,
              },
            ],
          },
        },
      },
      // Leaflet's stylesheet names pictures of controls that we do not use: as files, nobody fetches them.
      assetsInlineLimit: (file) => (file.endsWith('.png') ? false : undefined),
    },
    test: {
      // What hangs fails in the end; what is only slow, on a busy machine, does not.
      testTimeout: 30_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 10_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['{src,server,mocks,scripts}/**/*.test.ts', '*.test.ts'],
            exclude: ['**/node_modules/**'],
          },
        },
        {
          extends: true,
          test: {
            name: 'dom',
            environment: 'jsdom',
            include: ['src/**/*.test.tsx'],
            setupFiles: ['src/testing/setup.ts'],
          },
        },
      ],
    },
  }
})
