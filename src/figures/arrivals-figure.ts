import type { Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { drawingOf } from './drawing-of.ts'
import type { Drawing, Scene } from './figure.ts'
import { noneReported } from './phrases.ts'
import { latestWeek, tankerPanel } from './tankers.ts'

/** Tankers arrived, by ISO week and way in. */
export function arrivalsDrawing(series: Series, scene: Scene): Drawing {
  const panel = tankerPanel(series, scene, { down: false })
  return drawingOf(series, [panel], scene.say('charts.arrivals.subtitle'), scene)
}

/** "843 tankers arrived in the week of 2 February" */
export function arrivalsTitle(series: Series, scene: Scene, at: Day): string {
  const latest = latestWeek(series, scene, at)
  return latest
    ? scene.say('charts.arrivals.title', latest)
    : noneReported('charts.arrivals.none', scene, at)
}
