import { wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'

/** The parts of the screen that are fetched after the first paint, each with its words. */

export async function loadMap(lang: Lang) {
  const [{ SituationMap }] = await Promise.all([
    import('#features/map/SituationMap.tsx'),
    wordsReady(lang, 'detail'),
  ])
  return SituationMap
}

export async function loadCharts(lang: Lang) {
  const [{ Charts }] = await Promise.all([
    import('#features/charts/Charts.tsx'),
    wordsReady(lang, 'detail'),
    wordsReady(lang, 'charts'),
  ])
  return Charts
}

export async function loadTimeline(lang: Lang) {
  const [{ Timeline }] = await Promise.all([import('./below.ts'), wordsReady(lang, 'detail')])
  return Timeline
}

export async function loadFilters(lang: Lang) {
  const [{ Filters }] = await Promise.all([import('./below.ts'), wordsReady(lang, 'detail')])
  return Filters
}

export async function loadReports(lang: Lang) {
  const [{ Reports }] = await Promise.all([import('./below.ts'), wordsReady(lang, 'detail')])
  return Reports
}
