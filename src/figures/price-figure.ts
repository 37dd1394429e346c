import { capitalFirst, PRICE_SPEAKS_FOR_DAYS } from '#domain/capital-first.ts'
import type { Line, Point, Series, Unit } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { number, range } from '#i18n/format.ts'
import { estimateText } from './amount.ts'
import { axisUpTo } from './axes.ts'
import { drawingOf, panelOf } from './drawing-of.ts'
import type { Drawing, FigureLine, Panel, Scene } from './figure.ts'
import { isKnown } from './figure.ts'
import { highest, isToldBy, lineOf, linesOf } from './line-of.ts'
import { noneReported, whenOf } from './phrases.ts'

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
  const premium = latestOnStreet(series, 'premium', at)
  const latest = premium ?? latestOnStreet(series, 'parallel', at)
  if (!latest) return officialTitle(series, scene, at)
  const { product, point } = latest
  const price = premium ? pricedAs(series, premium) : point
  const values = {
    product,
    price: price === undefined ? 'none' : bestOf(price, 'xof-per-litre', scene),
    place: point.place === undefined ? 'none' : scene.placeName(point.place),
    ...whenOf(point, scene),
  }
  if (!premium) return say('charts.prices.title.alone', values)
  const write = (value: number) => number(value, scene.lang, 1)
  return say('charts.prices.title', {
    ...values,
    premium: point.best === null ? range(point, write) : write(point.best),
  })
}

type OnStreet = { product: Product; point: Point }

/** What the street asked last, the capital's while it is not out of date: as the headline chooses. */
function latestOnStreet(series: Series, price: Price, at: Day): OnStreet | undefined {
  const told = PRODUCTS.flatMap((product) =>
    linesOf(series, (key) => key === `${price}-${product}`).flatMap(({ points }) =>
      points.filter((point) => isToldBy(point, at)).map((point) => ({ product, point })),
    ),
  ).toSorted((a, b) => a.point.from.localeCompare(b.point.from))
  return capitalFirst(
    told,
    ({ point }) => ({ place: point.place ?? null, to: point.to }),
    at,
    PRICE_SPEAKS_FOR_DAYS,
  )
}

/** The price a premium was made of; undefined where its source gave the multiple alone. */
function pricedAs(series: Series, { product, point }: OnStreet): Point | undefined {
  return linesOf(series, (key) => key === `parallel-${product}`)[0]?.points.find(
    ({ from, to, place, ...price }) =>
      from === point.from && to === point.to && place === point.place && isKnown(price),
  )
}

function bestOf(point: Point, unit: Unit, scene: Scene): string {
  return estimateText(
    point.best === null ? point : { ...point, low: null, high: null },
    unit,
    scene,
  )
}

function officialTitle(series: Series, scene: Scene, at: Day): string {
  const latest = (['petrol', 'diesel'] as const).map((product) => {
    const line = series.lines.find(({ key }) => key === `official-${product}`)
    // In force on the day, whenever its own last day may come.
    const point = line?.points.findLast((each) => each.from <= at && isKnown(each))
    return point ? estimateText(point, 'xof-per-litre', scene) : null
  })
  const [petrol, diesel] = latest
  if (!petrol || !diesel) return noneReported('charts.prices.none', scene, at)
  return scene.say('charts.prices.title.official', { petrol, diesel })
}
