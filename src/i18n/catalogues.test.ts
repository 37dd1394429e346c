import { compileMessage } from '@lingui/message-utils/compileMessage'
import { expect, test, vi } from 'vitest'

// As text: importing them gives what the build made of them.
const sources = import.meta.glob<string>('./{fr,en}/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const names = [...new Set(Object.keys(sources).map((path) => path.split('/').at(-1) ?? ''))]

function catalogue(lang: 'fr' | 'en', name: string): Record<string, string> {
  return JSON.parse(sources[`./${lang}/${name}`] ?? '{}') as Record<string, string>
}

/** The values a message asks for, those that are printed apart from those that only choose a form. */
function asksFor(text: string): { printed: string[]; counted: string[] } {
  const printed = new Set<string>()
  const counted = new Set<string>()
  const walk = (message: unknown) => {
    if (!Array.isArray(message)) return
    for (const token of message) {
      if (!Array.isArray(token)) continue
      const [name, type, forms] = token as [string, string?, Record<string, unknown>?]
      if (type === 'plural' || type === 'select') counted.add(name)
      else printed.add(name)
      if (forms && typeof forms === 'object') Object.values(forms).forEach(walk)
    }
  }
  walk(compileMessage(text))
  return { printed: [...printed].toSorted(), counted: [...counted].toSorted() }
}

/** The compiler gives a message that it cannot read back as it is, braces and all. */
function isSayable(text: string): boolean {
  const compiled = compileMessage(text)
  return !(text.includes('{') && compiled.length === 1 && compiled[0] === text)
}

test('there are catalogues to look at', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(10)
  expect(names).toContain('shell.json')
})

test.each(names)('%s says the same things in both languages', (name) => {
  expect(Object.keys(catalogue('en', name)).toSorted()).toEqual(
    Object.keys(catalogue('fr', name)).toSorted(),
  )
})

test.each(names)('in %s both languages print the same values', (name) => {
  const french = catalogue('fr', name)
  const differing = Object.entries(catalogue('en', name)).filter(
    ([id, text]) => asksFor(text).printed.join() !== asksFor(french[id] ?? '').printed.join(),
  )
  expect(differing).toEqual([])
})

test.each(names.flatMap((name) => (['fr', 'en'] as const).map((lang) => [lang, name] as const)))(
  'every message of %s/%s can be said',
  (lang, name) => {
    const messages = Object.entries(catalogue(lang, name))
    expect(messages.filter(([, text]) => text.trim() === '' || !isSayable(text))).toEqual([])
  },
)

test('no message is said twice under one name', () => {
  const all = names.flatMap((name) => Object.keys(catalogue('fr', name)))
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
})

test('French keeps its thin spaces before double signs', () => {
  const loose = names.flatMap((name) =>
    Object.entries(catalogue('fr', name)).filter(([, text]) =>
      / [;:!?%»]|« /.test(text.replaceAll(/\{[^{}]*\}/g, '')),
    ),
  )
  expect(loose).toEqual([])
})

test('a message with a brace too few is caught', () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  expect(isSayable('{n, plural, one {# tanker} other {# tankers}')).toBe(false)
})

test('a message that asks for another value is caught', () => {
  const counts = asksFor('{n, plural, one {# tanker} other {{value} tankers}}')
  expect(counts).toEqual({ printed: ['value'], counted: ['n'] })
  expect(asksFor('from {from} to {to}').printed).not.toEqual(
    asksFor('du {from} au {until}').printed,
  )
})
