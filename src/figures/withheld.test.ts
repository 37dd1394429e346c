import { beforeAll, describe, expect, test } from 'vitest'
import { wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { countIn, someWaits, svgOf } from '#testing/some-svg.ts'
import { altText } from './alt-text.ts'
import { figureOf } from './figure-of.ts'
import type { Scene } from './figure.ts'
import { accountText, readingText } from './map/facts-words.ts'
import { tollText } from './map/toll-words.ts'
import { readAloud, readOutOf } from './read-out.ts'
import { toTable } from './to-table.ts'

const AT = '2026-03-01'
const WORDS = {
  en: 'fewer than 3 reports: withheld',
  fr: 'moins de 3 signalements : non publié',
} as const
const LANGS = ['en', 'fr'] as const
const scenes = {} as Record<Lang, Scene>
beforeAll(async () => {
  for (const lang of LANGS) {
    await wordsReady(lang, 'embed')
    scenes[lang] = await someScene(lang)
  }
})

/** A week told, one that is withheld, one of silence, and one of a known zero. */
const series = someSeries('arrivals', [
  someLine('ci', 'tankers', [300, 'withheld', null, 0], 'whole-week'),
])
const plain = (text: string) => text.replaceAll(/\s/g, ' ')
const stars = (svg: string) => countIn(svg, />\*<\/text>/g)

describe.each(LANGS)('in %s, a withheld week', (lang) => {
  test('is said in the table, and is neither the dash of a gap nor a zero', () => {
    const { rows } = toTable(figureOf(series, scenes[lang], AT), scenes[lang])
    const texts = rows.map(({ cells }) => plain(cells[0]?.text ?? ''))
    expect(texts).toEqual(['300', WORDS[lang], '–', '0'])
    expect(rows[1]?.cells[0]?.note).toBe('')
  })

  test('is read out by pointer, by ear and to who does not see the chart', () => {
    const figure = figureOf(series, scenes[lang], AT)
    const read = readOutOf([figure], scenes[lang])
    const [reading] = read('2026-01-14').readings
    expect([plain(reading?.mark.said ?? ''), reading?.text]).toEqual([WORDS[lang], ''])
    expect(read('2026-01-21').readings).toEqual([])
    expect(plain(readAloud(read('2026-01-14'), scenes[lang].say))).toMatch(
      new RegExp(`${WORDS[lang]}$`),
    )
    const alt = plain(altText([figure], scenes[lang]))
    expect(alt).toContain(
      {
        en: 'no figure for 1 week out of 4; withheld for 1 week with fewer than 3 reports',
        fr: 'aucun chiffre pour 1 semaine sur 4 ; non publié pour 1 semaine de moins de 3 signalements',
      }[lang],
    )
  })
})

test('a withheld week is an asterisk in the picture, and no other week is', () => {
  expect(stars(svgOf(series, scenes.en))).toBe(1)
  expect(stars(svgOf(someWaits([3, 'withheld', null, 4]), scenes.en))).toBe(1)
  expect(stars(svgOf(someWaits([3, null, null, 4]), scenes.en))).toBe(0)
})

test('no title speaks of a week that is withheld', () => {
  const { title } = figureOf(someWaits([3, 'withheld']), scenes.en, AT)
  expect(plain(title)).toContain('3 hours, 7 weeks ago')
})

test('a chart of which all is withheld says what it lacks', () => {
  const few = someSeries('wait', [someLine('all', 'hours', ['withheld'])], {
    missing: ['withheld'],
  })
  const { empty, missing } = figureOf(few, scenes.en, AT)
  expect({ empty, missing }).toEqual({
    empty: true,
    missing: ['a third report (fewer than 3: withheld)'],
  })
})

test('on the map, a place and a toll that are withheld are not called unknown', () => {
  const { say } = scenes.en
  const wait = { aspect: 'wait', product: null, value: null, state: null } as const
  expect(readingText(wait, 'en', say)).toContain(WORDS.en)
  const account = { quantity: 'tankersDestroyed', value: null, voices: [], claims: [] }
  expect(accountText({ ...account, withheld: true }, 'en', say)).toContain(WORDS.en)
  expect(tollText({ accounts: [{ ...account, withheld: true }] }, 'en', say)).toBe(WORDS.en)
  expect(tollText({ accounts: [account] }, 'en', say)).not.toContain(WORDS.en)
})
