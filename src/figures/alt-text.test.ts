import { beforeAll, expect, test } from 'vitest'
import type { Series } from '#domain/series.ts'
import { wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { altText } from './alt-text.ts'
import { citationOf, citedFigure } from './citation.ts'
import { figureOf } from './figure-of.ts'
import type { Figure, Scene } from './figure.ts'

const AT = '2026-03-01'
const scenes = {} as Record<Lang, Scene>
beforeAll(async () => {
  for (const lang of ['fr', 'en'] as const) {
    await wordsReady(lang, 'embed')
    scenes[lang] = await someScene(lang)
  }
})

/** Thin spaces and such are another test's affair. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')
const alt = (series: Series, lang: Lang = 'en') =>
  plain(altText([figureOf(series, scenes[lang], AT)], scenes[lang]))
const arrivals = someSeries('arrivals', [
  someLine('ci', 'tankers', [300, null, 875, null, null, 843], 'whole-week'),
])

test('a chart is told by its highest and its latest figure, and by its gaps', () => {
  expect(alt(arrivals)).toBe(
    'Bar chart: 843 tankers arrived in the week of 9 February, no count since. ' +
      'Arrived, via Côte d’Ivoire (tankers a week): highest 875 (week of 19 January 2026), ' +
      'latest 843 (week of 9 February 2026); no figure for 3 weeks out of 6. ' +
      '3 reports, 2 sources (RFI · AFP), 5 Jan – 1 Mar 2026. Latest publication: 9 February 2026.',
  )
})

test('it is told in French as a French reader would', () => {
  expect(alt(arrivals, 'fr')).toContain(
    '875 au plus haut (semaine du 19 janvier 2026), 843 au dernier relevé (semaine du 9 février 2026) ; aucun chiffre pour 3 semaines sur 6.',
  )
})

test('layers of a bar are told as their sum', () => {
  const two = someSeries('arrivals', [
    someLine('ci', 'tankers', [300, 100]),
    someLine('sn', 'tankers', [50, null]),
  ])
  expect(alt(two)).toContain(
    'Arrivals (tankers a week): highest 350 (week of 5 January 2026), latest 100 (week of 12 January 2026).',
  )
})

test('a lone figure is told as the only one, a rising one as latest and highest', () => {
  expect(alt(someSeries('wait', [someLine('bamako', 'hours', [3])]))).toContain(
    'Bamako (hours queued): 3 h (week of 5 January 2026), the only figure.',
  )
  expect(alt(someSeries('wait', [someLine('bamako', 'hours', [3, 5])]))).toContain(
    '5 h (week of 12 January 2026), the latest figure and the highest.',
  )
})

test('a zero is a figure, and a gap is none', () => {
  const none = someSeries('losses', [someLine('ci', 'tankers', [0, null])])
  expect(alt(none)).toContain('(tankers a week): 0 (week of 5 January 2026), the only figure')
  expect(alt(none)).toContain('no figure for 1 week out of 2')
})

test('what could not be had is said', () => {
  const empty = someSeries('arrivals', [], {
    n: 0,
    sources: 0,
    missing: ['arrivals'],
    asOf: null,
    sourceNames: [],
  })
  expect(alt(empty)).toContain('What is missing: counted arrivals.')
})

test('a demo is told first', () => {
  const figure: Figure & { mark: string } = {
    ...figureOf(arrivals, scenes.en, AT),
    mark: 'DEMO – simulated data',
  }
  expect(altText([figure], scenes.en)).toMatch(/^DEMO – simulated data\. Bar chart/)
  const where = { url: 'https://jauge.example', accessed: AT, vintage: null }
  expect(citationOf(citedFigure([figure]), where, scenes.en)).toMatch(
    /^DEMO – simulated data\. Jauge/,
  )
})

test('a citation says what, from whom, as of when, where, and when it was read', () => {
  const cited = citedFigure([figureOf(arrivals, scenes.en, AT)])
  const where = {
    url: 'https://jauge.example/embed/arrivals',
    accessed: '2026-03-05',
    vintage: '2026-03-04T10:30:00.000Z',
  }
  expect(plain(citationOf(cited, where, scenes.en))).toBe(
    'Jauge, “843 tankers arrived in the week of 9 February, no count since”, chart, 5 Jan – 1 Mar 2026, ' +
      'from RFI, AFP. Latest publication: 9 February 2026. Figures as held on 4 Mar 2026, 10:30 UTC. ' +
      'https://jauge.example/embed/arrivals (accessed 5 March 2026).',
  )
  const live = citationOf(
    { ...cited, sourceNames: [], asOf: null },
    { ...where, vintage: null },
    scenes.fr,
  )
  expect(plain(live)).toMatch(/^Jauge, « .* », graphique, 5 janv\. – 1 mars 2026\. https/)
})
