import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf, harmless } from './csv.ts'
import type { Column } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+33 6 00', "'+33 6 00"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['  =1', "'  =1"],
  ['\u00A0=1', "'\u00A0=1"],
  ['\u00A0 \u00A0@x', "'\u00A0 \u00A0@x"],
  ['a\n=1', "a\n'=1"],
  ['a\r\n=1', "a\r\n'=1"],
  ['a\r\n  -1', "a\r\n'  -1"],
  ['a;=1', "a;'=1"],
  ['＝1', "'＝1"],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
])('%j can be no formula: it is written %j', (text, written) => {
  expect(harmless(text)).toBe(written)
})

test.each(['a=b', 'Bamako - Kayes', 'x@y.org', '50+', '', ' plain', 'a\nb', 'Côte d’Ivoire'])(
  '%j starts no formula and stays as it is',
  (text) => {
    expect(harmless(text)).toBe(text)
  },
)

type Row = { text: string; value: number | null }
const columns: Column<Row>[] = [
  { name: 'text', of: ({ text }) => text },
  { name: 'value', of: ({ value }) => value },
]

test('a negative number stays a number, and an unknown is an empty cell', () => {
  expect(
    csvOf(
      columns,
      [
        { text: 'x', value: -12.5 },
        { text: 'y', value: null },
      ],
      {},
    ),
  ).toBe('text,value\r\nx,-12.5\r\ny,\r\n')
})

test('whatever a text holds, another program reads the same text back', () => {
  const texts = [
    'a,b',
    'say "hello"',
    'two\nlines',
    'two\r\nlines',
    '=1+1',
    ' spaced ',
    'é–’',
    '"',
    ',',
    '\r\n',
  ]
  const written = csvOf(
    columns,
    texts.map((text) => ({ text, value: 1 })),
    { raw: '1' },
  )
  const read = parse<{ text: string }>(written, { columns: true, record_delimiter: '\r\n' })
  expect(read.map(({ text }) => text)).toEqual(texts)
})

test('a byte order mark is there only when asked for', () => {
  expect(csvOf(columns, [], { bom: '1' })).toBe('\uFEFFtext,value\r\n')
  expect(csvOf(columns, [], { bom: '0' })).toBe('text,value\r\n')
})
