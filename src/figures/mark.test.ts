import { beforeAll, describe, expect, test } from 'vitest'
import { DATA_MODES } from '#domain/data-mode.ts'
import { METRICS } from '#domain/series.ts'
import { addDemoWords } from '#i18n/demo-words.ts'
import { markOf } from '#i18n/mark.ts'
import { wordsIn } from '#i18n/words.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { figureOf } from './figure-of.ts'
import { toTable } from './to-table.ts'

const MARKS = { fr: 'DÉMO – données simulées', en: 'DEMO – simulated data' } as const

beforeAll(addDemoWords)

describe.each(['fr', 'en'] as const)('in %s', (lang) => {
  describe.each(DATA_MODES)('when the data are %s', (mode) => {
    const expected = mode === 'demo' ? MARKS[lang] : null

    test.each(METRICS)('the figure of %s and its table say what they are', async (metric) => {
      const scene = { ...(await someScene(lang)), mark: markOf(mode, 'public', wordsIn(lang)) }
      for (const lines of [[], [someLine('bamako', 'hours', [1, null, 2])]]) {
        const figure = figureOf(someSeries(metric, lines), scene, '2026-02-01')
        expect(figure.mark).toBe(expected)
        expect(toTable(figure, scene).mark).toBe(expected)
      }
    })
  })
})
