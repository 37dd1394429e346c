import type { Series } from '#domain/series.ts'
import type { Day } from '#domain/time.ts'
import { drawingOf } from './drawing-of.ts'
import type { Drawing, Scene } from './figure.ts'
import { noneReported } from './phrases.ts'
import { latestWeek, tankerPanel } from './tankers.ts'

/** Tankers destroyed, burned or taken, by ISO week and way in, hung below the axis. */
export function lossesDrawing(series: Series, scene: Scene): Drawing {
  const panel = tankerPanel(series, scene, { down: true })
  return drawingOf(series, [panel], scene.say('charts.losses.subtitle'), scene)
}

/** "40 tankers lost in the week of 26 January, no toll since for 6 weeks": silence is said, and is not calm. */
export function lossesTitle(series: Series, scene: Scene, at: Day): string {
  const latest = latestWeek(series, scene, at)
  return latest
    ? scene.say('charts.losses.title', latest)
    : noneReported('charts.losses.none', scene, at)
}
