import { expect, test } from 'vitest'

/** Who may import whom, ground floor first. Whatever is not listed is forbidden. */
const mayImport: Record<string, string[]> = {
  domain: [],
  contract: ['domain'],
  i18n: ['domain'],
  figures: ['domain', 'i18n'],
  api: ['domain', 'contract'],
  ui: ['domain', 'contract', 'i18n'],
  features: ['domain', 'contract', 'i18n', 'figures', 'api', 'ui'],
  embed: [],
  app: ['domain', 'i18n', 'figures', 'api', 'ui', 'features'],
  server: ['domain', 'contract', 'i18n', 'figures', 'embed'],
  mocks: ['domain', 'contract', 'i18n', 'server'],
  demo: ['domain', 'contract', 'i18n', 'embed', 'api', 'ui', 'app', 'mocks'],
}

const sources = import.meta.glob<string>(
  [
    './src/*/**/*.{ts,tsx}',
    './server/**/*.ts',
    './mocks/**/*.ts',
    '!./**/*.test.*',
    '!./src/testing/**',
  ],
  { query: '?raw', import: 'default', eager: true },
)

/** A feature is closed to the other features; elsewhere a floor's own rooms are open to each other. */
function homeOf(path: string): string {
  const [floor = '', room = ''] = path.replace(/^\.\/(src\/)?/, '').split('/')
  return floor === 'features' ? `features/${room}` : floor
}

/** Where a text goes, by static, type-only or dynamic import. */
function homesEntered(text: string): string[] {
  const imports = text.matchAll(/(?:from|import|import\()\s*'#([a-z0-9/-]+)\//g)
  return [...imports].map((found) => homeOf(found[1] ?? ''))
}

function trespasses(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const home = homeOf(file)
    const allowed = mayImport[home.split('/')[0] ?? ''] ?? []
    return homesEntered(text)
      .filter((other) => other !== home && !allowed.includes(other.split('/')[0] ?? ''))
      .map((other) => `${file} → ${other}`)
  })
}

/** Nothing of Node in what also runs in a page: the domain, the gate, the API and the memory store. */
const MUST_RUN_ANYWHERE =
  /^\.\/(src\/(domain|contract|i18n|figures)|server\/(disclosure|coarsen|policy|app)|server\/store\/memory)/

function boundToNode(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([file, text]) =>
    MUST_RUN_ANYWHERE.test(file) && /from 'node:/.test(text) ? [file] : [],
  )
}

test('every import goes down', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(100)
  expect(trespasses(sources)).toEqual([])
})

test('an import that climbs, or enters another feature, is caught', () => {
  expect(
    trespasses({
      './src/domain/fuel.ts': "import { x } from '#api/client.ts'",
      './src/features/map/A.tsx': "const b = import('#features/charts/B.tsx')",
      './src/ui/C.tsx': "import type { StoredReport } from '#server/store/store.ts'",
    }),
  ).toHaveLength(3)
})

test('what the page shares with the server needs no Node', () => {
  expect(boundToNode(sources)).toEqual([])
  expect(
    boundToNode({ './server/disclosure.ts': "import { readFile } from 'node:fs'" }),
  ).toHaveLength(1)
})

test('the project speaks of itself alone: no machine paths and no registry hosts', () => {
  const foreign = Object.entries(sources).filter(([, text]) =>
    /\/work\/|\/root\/|registry\.npmjs/.test(text),
  )
  expect(foreign.map(([file]) => file)).toEqual([])
})
