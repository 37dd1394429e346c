import { expect, test, vi } from 'vitest'
import { compileCatalogue } from './compile.ts'

test('a message becomes its parts', () => {
  expect(
    compileCatalogue({ a: 'plain', b: '{n, plural, one {# tanker} other {# tankers}}' }),
  ).toMatchObject({
    a: ['plain'],
  })
})

test('a message that does not parse stops the build', () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  expect(() => compileCatalogue({ bad: '{basis, select, partial-week {x} other {}}' })).toThrow(
    'bad',
  )
})
