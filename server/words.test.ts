import { expect, test } from 'vitest'
import en from '#i18n/en/server.json'
import fr from '#i18n/fr/server.json'
import { Missing, Unit } from '#domain/series.ts'
import { HeadlineId } from '#domain/situation.ts'
import { serverWords } from './words.ts'

test('the server says everything in both languages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(fr))
})

test.each(['fr', 'en'] as const)(
  'in %s, every headline, unit and missing input has its words',
  (lang) => {
    const say = serverWords(lang)
    for (const id of HeadlineId.options) expect(say(`page.headline.${id}`)).not.toContain('page.')
    for (const id of Unit.options)
      expect(say(`page.unit.${id}`, { value: '7', n: 7 })).toContain('7')
    for (const id of Missing.options) expect(say(`page.missing.${id}`)).not.toContain('page.')
  },
)

test('one is said otherwise than two', () => {
  const say = serverWords('en')
  expect(say('problem.parameters.detail', { n: 1, names: 'at' })).toBe(
    'One parameter does not fit: at.',
  )
  expect(say('problem.parameters.detail', { n: 2, names: 'at, to' })).toBe(
    '2 parameters do not fit: at, to.',
  )
})
