import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { inlineStyles } from './scripts/vite/inline-styles.ts'
import { precompress } from './scripts/vite/precompress.ts'
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

/** While developing, the page is served here and the API beside it. */
const api = process.env['JAUGE_API'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [catalogues, react(), inlineStyles(), precompress()],
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist/client',
    target: 'es2022',
    manifest: true,
    cssCodeSplit: false,
    modulePreload: false,
    // Leaflet's stylesheet names pictures of controls that we do not use: as files, nobody fetches them.
    assetsInlineLimit: (file) => (file.endsWith('.png') ? false : undefined),
  },
  test: {
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
})
