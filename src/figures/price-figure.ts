import type { Line, Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { number, range } from '#i18n/format.ts'
import { estimateText } from './amount.ts'
import { axisUpTo } from './axes.ts'
import { drawingOf, panelOf } from './drawing-of.ts'
import type { Drawing, FigureLine, Panel, Scene } from './figure.ts'
import { isKnown } from './figure.ts'
import { highest, latestAmong, latestOf, lineOf, linesOf } from './line-of.ts'
import { dayText, noneReported } from './phrases.ts'

const PRODUCTS = ['petrol', 'diesel', 'all'] as const
type Product = (typeof PRODUCTS)[number]

const ROLE = { official: 'step', parallel: 'points', premium: 'points' } as const
type Price = keyof typeof ROLE

const LOOK = {
  petrol: { colour: '--petrol', marker: 'circle' },
  diesel: { colour: '--diesel', marker: 'square' },
  all: { colour: '--ink-2', marker: 'diamond' },
} as const

/** XOF per litre: what the law allows as steps, what the street asks as points, and how many times as much. */
export function priceDrawing(series: Series, scene: Scene): Drawing {
  const { say } = scene
  const prices = linesOf(series, (key) => !key.startsWith('premium'))
  const premiums = linesOf(series, (key) => key.startsWith('premium'))
  const panels: Panel[] = [
    panelOf({
      id: 'prices',
      unit: say('charts.prices.unit'),
      share: 0.7,
      ...axisUpTo(highest(prices), 4, 'xof-per-litre', scene),
      lines: styled(prices, scene),
    }),
    panelOf({
      id: 'premium',
      title: say('charts.prices.premium'),
      unit: '',
      share: 0.3,
      ...axisUpTo(highest(premiums), 2, 'ratio', scene),
      lines: styled(premiums, scene),
      levels: [{ value: 1, label: say('charts.prices.par'), url: null }],
    }),
  ]
  return drawingOf(series, panels, say('charts.prices.subtitle'), scene)
}

function styled(lines: readonly Line[], scene: Scene): FigureLine[] {
  const found: FigureLine[] = []
  for (const price of ['official', 'parallel', 'premium'] as const)
    for (const product of PRODUCTS) {
      const line = lines.find(({ key }) => key === `${price}-${product}`)
      if (line) found.push(lineOf(line, lookOf(price, product, scene), scene))
    }
  return found
}

function lookOf(price: Price, product: Product, { say }: Scene) {
  return {
    ...LOOK[product],
    name: say(`charts.prices.${price}.${product}`),
    role: ROLE[price],
    dashed: product !== 'petrol',
  }
}

/** "Latest street price: petrol at 1,250 F a litre on 7 March, 1.6 times the official price" */
export function priceTitle(series: Series, scene: Scene, at: Day): string {
  const { say } = scene
  const latest = latestAmong(
    linesOf(series, (key) => key.startsWith('parallel')),
    at,
  )
  if (!latest) return officialTitle(series, scene, at)
  const { line, point } = latest
  const product = PRODUCTS.find((each) => line.key === `parallel-${each}`) ?? 'all'
  const premium = linesOf(series, (key) => key === `premium-${product}`)[0]?.points.find(
    (each) => each.from === point.from && each.place === point.place && isKnown(each),
  )
  const values = {
    product,
    price: estimateText(
      point.best === null ? point : { ...point, low: null, high: null },
      line.unit,
      scene,
    ),
    day: dayText(point, scene),
    place: point.place === undefined ? 'none' : scene.placeName(point.place),
  }
  if (!premium) return say('charts.prices.title.alone', values)
  const write = (value: number) => number(value, scene.lang, 1)
  return say('charts.prices.title', {
    ...values,
    premium: premium.best === null ? range(premium, write) : write(premium.best),
  })
}

function officialTitle(series: Series, scene: Scene, at: Day): string {
  const latest = (['petrol', 'diesel'] as const).map((product) => {
    const line = series.lines.find(({ key }) => key === `official-${product}`)
    const point = line && latestOf(line.points, at)
    return point ? estimateText(point, 'xof-per-litre', scene) : null
  })
  const [petrol, diesel] = latest
  if (!petrol || !diesel) return noneReported('charts.prices.none', scene, at)
  return scene.say('charts.prices.title.official', { petrol, diesel })
}
