import { expect, test } from 'vitest'
import { embedAddress, firstDayOf, isTooLong, Last, pictureAddress } from './embed.ts'
import { iframeCode, markdownCode, oEmbedAddress, scriptCode } from './embed-code.ts'

test.each([
  ['1d', '2026-03-12', '2026-03-12'],
  ['90d', '2026-03-12', '2025-12-13'],
  ['2w', '2026-03-12', '2026-02-27'],
  ['1m', '2026-03-12', '2026-02-13'],
  ['1m', '2026-03-31', '2026-03-01'],
  ['1m', '2026-02-28', '2026-01-29'],
  ['12m', '2024-02-29', '2023-03-01'],
  ['60m', '2026-03-12', '2021-03-13'],
])('the last %s up to %s begin on %s', (last, to, from) => {
  expect(Last.safeParse(last).success).toBe(true)
  expect(firstDayOf(last, to)).toBe(from)
  expect(isTooLong({ from, to })).toBe(false)
})

test.each([
  '0d',
  '1831d',
  '262w',
  '61m',
  '90',
  'd',
  '-1d',
  '1.5w',
  '90D',
  '90d ',
  '090d',
  '1y',
  '',
])('"%s" is no length of a window', (text) => {
  expect(Last.safeParse(text).success).toBe(false)
  expect(() => firstDayOf(text, '2026-03-12')).toThrow('length of a window')
})

test('five years fit into a frame, and a day more does not', () => {
  expect(isTooLong({ from: '2021-01-01', to: '2026-01-04' })).toBe(false)
  expect(isTooLong({ from: '2021-01-01', to: '2026-01-05' })).toBe(true)
})

const view = { place: 'bamako', from: '2025-09-01', lang: 'fr' } as const

test('an address says all of it in one order, its language last', () => {
  expect(embedAddress({ chart: 'wait', view, theme: 'dark', height: 320 })).toBe(
    '/embed/wait?from=2025-09-01&place=bamako&theme=dark&height=320&lang=fr',
  )
  expect(embedAddress({ chart: 'wait', view: { lang: 'en' }, last: '90d' })).toBe(
    '/embed/wait?last=90d&lang=en',
  )
  expect(pictureAddress({ chart: 'wait', view: {}, format: 'png', width: 1200, scale: 2 })).toBe(
    '/charts/wait.png?width=1200&scale=2',
  )
  expect(pictureAddress({ chart: 'corridors', view: {}, format: 'json' })).toBe(
    '/charts/corridors.json',
  )
})

test('what is copied holds no markup of a title', () => {
  const framed = {
    address: 'https://jauge.example/embed/wait?lang=fr',
    title: '"><b>',
    height: 400.2,
  }
  for (const code of [iframeCode(framed), scriptCode(framed)]) {
    expect(code).not.toContain('<b>')
    expect(code).toContain('&quot;&gt;&lt;b&gt;')
    expect(code).toContain('height="401"')
  }
  expect(scriptCode(framed)).toContain(
    '<script async src="https://jauge.example/embed.js"></script>',
  )
  const picture = { ...framed, picture: 'https://jauge.example/charts/wait.png', alt: 'A [chart]' }
  expect(markdownCode({ ...picture, title: 'Wait "now"' })).toBe(
    String.raw`[![A \[chart\]](https://jauge.example/charts/wait.png "Wait ”now”")](https://jauge.example/embed/wait?lang=fr)`,
  )
  expect(oEmbedAddress(framed.address, 'xml')).toBe(
    'https://jauge.example/oembed?url=https%3A%2F%2Fjauge.example%2Fembed%2Fwait%3Flang%3Dfr&format=xml',
  )
})
