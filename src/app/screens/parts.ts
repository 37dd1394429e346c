import { wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'

/** The parts of the screen that are fetched after the first paint, each with its words. */

const fetchMap = () => import('#features/map/SituationMap.tsx')

/** The map goes first on a narrow line; whether it comes or not, the rest follows. */
const afterTheMap = () => fetchMap().then(nothing, nothing)
const nothing = () => undefined

export async function loadMap(lang: Lang) {
  const [{ SituationMap }] = await Promise.all([fetchMap(), wordsReady(lang, 'detail')])
  return SituationMap
}

export async function loadCharts(lang: Lang) {
  const [{ Charts }] = await Promise.all([import('#features/charts/Charts.tsx'), restOfWords(lang)])
  return Charts
}

export async function loadTimeline(lang: Lang) {
  await afterTheMap()
  const [{ Timeline }] = await Promise.all([import('./below.ts'), restOfWords(lang)])
  return Timeline
}

export async function loadFilters(lang: Lang) {
  await afterTheMap()
  const [{ Filters }] = await Promise.all([import('./below.ts'), restOfWords(lang)])
  return Filters
}

export async function loadReports(lang: Lang) {
  const [{ Reports }] = await Promise.all([import('./records.ts'), restOfWords(lang)])
  return Reports
}

export async function loadEvidence(lang: Lang) {
  const [{ Evidence }] = await Promise.all([
    import('./records.ts'),
    restOfWords(lang),
    wordsReady(lang, 'define'),
  ])
  return Evidence
}

async function restOfWords(lang: Lang): Promise<void> {
  await Promise.all([wordsReady(lang, 'detail'), wordsReady(lang, 'later')])
}
