import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
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

export default defineConfig({
  plugins: [catalogues, react()],
  build: { outDir: 'dist/client', target: 'es2022', manifest: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,server,mocks,scripts}/**/*.test.ts', '*.test.ts'],
          exclude: ['**/node_modules/**', 'server/store/postgres-server.test.ts'],
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
