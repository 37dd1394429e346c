import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { balance, widthOf, wrap, wrapRuns } from './measure.ts'
import { colourIn, PALETTE } from './palette.ts'
import { el, escapeXml, num, path } from './xml.ts'

test('a hostile name says itself and does nothing', () => {
  const hostile = `</text><script>alert("1")</script>&amp;'`
  expect(escapeXml(hostile)).toBe(
    '&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;',
  )
  expect(el('text', { x: 1, class: '"><b onload="' }, escapeXml(hostile))).not.toMatch(/<b|<script/)
})

test('what XML cannot hold, or what turns the text around, is left out', () => {
  expect(escapeXml('a\u0000\u0008b\u202ec\u2066d\ud800e\u0085f\uffff')).toBe('abcdef')
  expect(escapeXml('1\u202f250 ɛɔŋ 𞤀')).toBe('1\u202f250 ɛɔŋ 𞤀')
})

test('a number has two decimals at most, and no number is an error', () => {
  expect([1, 1.006, -0.001, 12.345].map(num)).toEqual(['1', '1.01', '0', '12.35'])
  for (const none of [NaN, Infinity, -Infinity]) expect(() => num(none)).toThrow(RangeError)
  expect(() => el('rect', { height: 0 / 0 })).toThrow(RangeError)
  expect(path('M', 0, -1.5, 'h', 3, 'v', 2)).toBe('M0 -1.5h3v2')
})

test('lines are no wider than their room, and lose no word', () => {
  const text = 'Heures d’attente signalées à la pompe, par semaine : médiane des lieux'
  const lines = wrap(text, 'sans', 13, 150)
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(widthOf(line, 'sans', 13)).toBeLessThanOrEqual(150)
  expect(lines.join(' ')).toBe(text)
})

test('a number stays with its month, and a month with its year', () => {
  const lines = wrap('reçus le 16 février 2026 environ', 'sans', 13, 110)
  expect(lines.some((line) => line.includes('16\u00a0février\u00a02026'))).toBe(true)
})

test('a word that no line can hold is cut, not left to run over the edge', () => {
  const lines = wrap('Tillabéri'.repeat(9), 'strong', 12, 80)
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) expect(widthOf(line, 'strong', 12)).toBeLessThanOrEqual(80)
  expect(lines.join('')).toBe('Tillabéri'.repeat(9))
})

test('nothing has no lines', () => {
  expect(wrap('', 'sans', 12, 100)).toEqual([])
  expect(wrapRuns([{ text: '  ', face: 'sans' }], 12, 100)).toEqual([])
})

test('fonts change within a line, and the space between them stays', () => {
  const runs = [
    { text: 'Note', face: 'strong' },
    { text: ' two words', face: 'sans' },
  ] as const
  expect(wrapRuns(runs, 12, 500)).toEqual([[...runs]])
})

test('a title does not end in one short word', () => {
  const [title, room] = ['519 tankers arrived in the week of February so', 430]
  const plain = wrap(title, 'serif', 20, room)
  const balanced = balance(title, 'serif', 20, room)
  expect(balanced).toHaveLength(plain.length)
  const last = (lines: string[]) => widthOf(lines.at(-1) ?? '', 'serif', 20)
  expect(last(balanced)).toBeGreaterThan(last(plain))
})

test('letters that the table does not hold have a width, marks on letters have none', () => {
  expect(widthOf('ߒߞߏ', 'sans', 10)).toBeGreaterThan(15)
  expect(widthOf('e\u0301', 'sans', 10)).toBe(widthOf('e', 'sans', 10))
})

test('files have the colours that the style sheet has, in both themes', async () => {
  const sheet = await readFile('src/ui/tokens.css', 'utf8')
  const [light = '', dark = ''] = [/:root \{([^}]*)\}/, /\[data-theme='dark'\] \{([^}]*)\}/].map(
    (block) => block.exec(sheet)?.[1] ?? '',
  )
  const coloursOf = (block: string) =>
    new Map([...block.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]))
  for (const [theme, block] of [
    ['light', coloursOf(light)],
    ['dark', new Map([...coloursOf(light), ...coloursOf(dark)])],
  ] as const)
    for (const [name, value] of Object.entries(PALETTE[theme]))
      expect([name, block.get(name)]).toEqual([name, value])
})

test('a page gives its own colours, a file has them, and a colour that nobody knows is an error', () => {
  expect(colourIn('dark', false)('--ink')).toBe('var(--ink)')
  expect(colourIn('dark', true)('--ink')).toBe(PALETTE.dark['--ink'])
  expect(() => colourIn('light', true)('--inc')).toThrow(RangeError)
})
