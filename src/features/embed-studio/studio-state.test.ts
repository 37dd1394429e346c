import { expect, test } from 'vitest'
import { othersIn, STUDIO_KEYS } from '#domain/address.ts'
import { embedOf, readStudio, writeStudio } from './studio-state.ts'

test.each([
  'chart=arrivals',
  'chart=corridors&from=2025-11-01&to=2025-12-31&at=2025-12-06',
  'chart=prices&product=diesel&last=90d&theme=dark&height=420&width=320&in=en',
  'chart=wait&known=2025-11-22&vintage=2026-11-20T08%3A00%3A00.000Z&place=bamako',
])('"%s" is read and written the same', (search) => {
  expect(writeStudio(readStudio(search))).toBe(search)
})

test('what an address by hand says wrongly is left out, and the studio opens', () => {
  expect(writeStudio(readStudio('chart=oil&last=9y&theme=pink&height=9&width=5&in=de&to=x'))).toBe(
    'chart=arrivals',
  )
})

test('a window has one beginning', () => {
  const { view, last } = readStudio('last=90d&from=2025-11-01&to=2025-12-31')
  expect([last, view.from, view.to]).toEqual(['90d', undefined, '2025-12-31'])
})

test('the frame speaks as the screen does, unless another language was chosen', () => {
  expect(embedOf(readStudio('chart=wait'), 'fr').view.lang).toBe('fr')
  expect(embedOf(readStudio('chart=wait&in=en'), 'fr').view.lang).toBe('en')
})

test('every name in its address is one that other screens leave alone', () => {
  const whole = 'chart=prices&product=diesel&last=90d&theme=dark&height=420&width=320&in=en'
  const written = writeStudio(readStudio(whole))
  expect(written).toBe(whole)
  expect(othersIn(`${written}&seed=7`, STUDIO_KEYS)).toBe('seed=7')
})
