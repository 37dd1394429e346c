import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'

const Packages = z.record(
  z.string(),
  z.object({ optionalDependencies: z.optional(z.record(z.string(), z.string())) }),
)

/** Optional packages that are spoken of and not held: `npm ci` refuses a lock file that has any. */
function missing(packages: z.infer<typeof Packages>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
    ),
  )
}

test('the lock file holds the packages for other systems too (node scripts/lock-file.mjs adds them)', () => {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = z.object({ packages: Packages }).parse(JSON.parse(readFileSync(path, 'utf8')))
  expect(Object.keys(lock.packages).length).toBeGreaterThan(200)
  expect(missing(lock.packages)).toEqual([])
})

test('a lock file without the package of one system is caught', () => {
  const asks = { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } }
  expect(missing({ 'node_modules/a': asks, 'node_modules/a-linux': {} })).toEqual(['a-darwin'])
})
