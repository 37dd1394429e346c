import type { Metric, Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { arrivalsDrawing, arrivalsTitle } from './arrivals-figure.ts'
import type { Drawing, Figure, Scene } from './figure.ts'
import { litresDrawing, litresTitle } from './litres-figure.ts'
import { lossesDrawing, lossesTitle } from './losses-figure.ts'
import { priceDrawing, priceTitle } from './price-figure.ts'
import { stationsDrawing, stationsTitle } from './stations-figure.ts'
import { waitDrawing, waitTitle } from './wait-figure.ts'

type Maker = {
  drawing: (series: Series, scene: Scene) => Drawing
  title: (series: Series, scene: Scene, at: Day) => string
}

const MAKERS: Record<Metric, Maker> = {
  wait: { drawing: waitDrawing, title: waitTitle },
  prices: { drawing: priceDrawing, title: priceTitle },
  arrivals: { drawing: arrivalsDrawing, title: arrivalsTitle },
  losses: { drawing: lossesDrawing, title: lossesTitle },
  litres: { drawing: litresDrawing, title: litresTitle },
  stations: { drawing: stationsDrawing, title: stationsTitle },
}

/** All of the figure that stays while the moment moves: to be made once for a window. */
export function stillOf(series: Series, scene: Scene): Drawing {
  return MAKERS[series.metric].drawing(series, scene)
}

/** What the figure shows at a moment, in words made from its data. */
export function titleOf(series: Series, scene: Scene, at: Day): string {
  return MAKERS[series.metric].title(series, scene, at)
}

/** A series as something that can be drawn, printed or read. */
export function figureOf(series: Series, scene: Scene, at: Day): Figure {
  return { ...stillOf(series, scene), title: titleOf(series, scene, at), at }
}
