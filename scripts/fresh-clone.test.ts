import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}
const COMMANDS = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file] = /^node (scripts\/[\w-]+\.mjs)$/.exec(line) ?? []
  return file === undefined ? [] : [[name, file] as const]
})

/** Packages that a file, or what it imports as it is loaded, cannot be loaded without. */
function packagesFor(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const from = [...text.matchAll(/^(?:import|export)\s(?:[\w*{}\s,]+\sfrom\s)?['"]([^'"]+)['"]/gm)]
  return from.flatMap(([, wanted = '']) => {
    if (wanted.startsWith('node:')) return []
    return wanted.startsWith('.')
      ? packagesFor(join(dirname(file), wanted), seen)
      : [`${wanted} in ${file}`]
  })
}

test.each(COMMANDS)('npm run %s begins where nothing is installed yet', (_, file) => {
  expect(packagesFor(file)).toEqual([])
})

test('a package that is needed at once would be found', () => {
  expect(COMMANDS.length).toBeGreaterThan(4)
  expect(packagesFor('scripts/bench/reference.mjs')).toContain(
    'hono in scripts/bench/reference.mjs',
  )
})
