import { expect, test } from 'vitest'

const sources = import.meta.glob<string>(
  ['/server/**/*.ts', '/src/{domain,contract,i18n,figures,embed}/**/*.{ts,json}', '!/**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** Every file that `file` needs, itself included, and the packages and built-ins they name. */
function needs(file: string, met = new Map<string, string[]>()): Map<string, string[]> {
  if (met.has(file)) return met
  const text = sources[file]
  if (text === undefined) throw new Error(`${file} is not among the sources`)
  const named = [...text.matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gm)].map(
    ([, to = '']) => to,
  )
  met.set(
    file,
    named.filter((to) => !/^[#.]/.test(to)),
  )
  for (const to of named.filter((each) => /^[#.]/.test(each))) needs(resolved(to, file), met)
  return met
}

function resolved(to: string, from: string): string {
  if (to.startsWith('./')) return from.replace(/[^/]*$/, '') + to.slice(2)
  return to.startsWith('#server/') ? to.replace('#', '/') : to.replace('#', '/src/')
}

const foreign = (file: string) => [...new Set([...needs(file).values()].flat())].toSorted()

test('the API needs nothing of Node, so that the same app can answer inside a page', () => {
  expect(needs('/server/app.ts').size).toBeGreaterThan(30)
  expect(foreign('/server/app.ts')).toEqual([
    '@lingui/core',
    '@lingui/message-utils/compileMessage',
    'd3-scale',
    'd3-shape',
    'hono',
    'topojson-client',
    'uuid',
    'zod/mini',
  ])
})

test('the same question finds Node where it is', () => {
  expect(foreign('/server/atlas.ts')).toContain('node:fs/promises')
})
