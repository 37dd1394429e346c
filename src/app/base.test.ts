import { expect, test } from 'vitest'
import { pathTo, screenAt } from './base.ts'

test.each([
  ['/', '/', '/'],
  ['/method', '/', '/method'],
  ['/demo/', '/demo/', '/'],
  ['/demo/index.html', '/demo/', '/'],
  ['/a/jauge/method', '/a/jauge/', '/method'],
  ['/a/jauge/embed/', '/a/jauge/', '/embed'],
  ['/a/jauge/embed/index.html', '/a/jauge/', '/embed'],
  ['/a/jauge/embed.html', '/a/jauge/', '/embed'],
  ['/elsewhere', '/demo/', '/elsewhere'],
])('at %s below %s is the screen %s', (path, base, screen) => {
  expect(screenAt(path, base)).toBe(screen)
})

test('a screen is found again at its own path', () => {
  for (const base of ['/', '/demo/', '/a/jauge/'])
    for (const screen of ['/', '/method']) expect(screenAt(pathTo(screen, base), base)).toBe(screen)
})
