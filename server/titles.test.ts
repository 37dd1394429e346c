import { beforeAll, describe, expect, test } from 'vitest'
import { SeriesAnswer } from '#contract/answers.ts'
import type { Metric } from '#domain/series.ts'
import { Situation } from '#domain/situation.ts'
import type { Headline } from '#domain/situation.ts'
import { isoWeekOf } from '#domain/time.ts'
import type { Scene } from '#figures/figure.ts'
import { titleOf } from '#figures/figure-of.ts'
import { durationText } from '#figures/phrases.ts'
import { dayAndMonth, longMonth, number } from '#i18n/format.ts'
import { apiOver } from '#mocks/api-over.ts'
import { someScene } from '#testing/some-series.ts'

let scene: Scene
beforeAll(async () => {
  scene = await someScene('en')
})

const { api } = await apiOver('record')
const ask = async (path: string): Promise<unknown> => (await api.request(`/api/v1${path}`)).json()

const DAYS = ['2025-10-15', '2025-11-08', '2025-11-22', '2026-01-25', '2026-03-12']

describe.each(DAYS)('on %s the charts’ titles agree with the headline strip', (at) => {
  let headlines: Headline[]
  let title: (metric: Metric) => string
  beforeAll(async () => {
    const { headlines: told } = Situation.parse(await ask(`/situation?at=${at}`))
    const { series, window } = SeriesAnswer.parse(
      await ask(`/series/wait,prices,arrivals,litres?at=${at}`),
    )
    headlines = told
    title = (metric) => {
      const found = series.find((each) => each.metric === metric)
      return found ? titleOf(found, { ...scene, window }, at) : ''
    }
  })
  const headline = (id: Headline['id']) => headlines.find((each) => each.id === id)
  const week = (from: string) => `in the week of ${dayAndMonth(isoWeekOf(from).from, 'en')}`

  const unsaid = (metric: Metric, words: readonly string[]) =>
    words.filter((each) => !title(metric).includes(each))

  test('arrivals: the same week and count', () => {
    const { value, period } = headline('arrivals') ?? {}
    const words =
      value && period
        ? [`${number(value.best ?? value.high, 'en', 0)} tanker`, week(period.from)]
        : ['No arrivals counted']
    expect(unsaid('arrivals', words)).toEqual([])
  })

  test('litres: the same week and volume', () => {
    const { parts, period } = headline('cover') ?? {}
    const litres = parts?.find(({ key }) => key === 'litres-received')?.value
    const millions = number((litres?.best ?? litres?.high ?? 0) / 1e6, 'en', 1)
    const words =
      litres && period ? [`${millions} million litres`, week(period.from)] : ['No volume']
    expect(unsaid('litres', words)).toEqual([])
  })

  test('wait: the same days and hours', () => {
    const { value, period } = headline('wait') ?? {}
    const isMonth = period && isoWeekOf(period.from).to !== period.to
    const when = period && (isMonth ? `in ${longMonth(period.from, 'en')}` : week(period.from))
    const words = value && when ? [durationText(value.best ?? 0, scene)] : ['No wait reported']
    if (when && !title('wait').endsWith(' ago')) words.push(when)
    expect(unsaid('wait', words)).toEqual([])
  })

  test('premium: the same place and ratio', () => {
    const { value, place } = headline('premium') ?? {}
    const ratio = number(value?.best ?? value?.low ?? null, 'en', 1)
    const words = value && place ? [scene.placeName(place), ratio, 'times the official'] : ['price']
    expect(unsaid('prices', words)).toEqual([])
  })
})
