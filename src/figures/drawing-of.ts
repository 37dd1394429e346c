import type { Series } from '#domain/series.ts'
import { timeTicks } from './axes.ts'
import { isKnown } from './figure.ts'
import type { Drawing, Panel, Scene } from './figure.ts'
import { notesOf } from './notes.ts'

/** What every figure says alike: who says so, as of when, what to mind, and what could not be computed. */
export function drawingOf(
  series: Series,
  panels: Panel[],
  subtitle: string,
  scene: Scene,
): Drawing {
  const { say, window, mark } = scene
  const { metric: id, n, sources, sourceNames, asOf } = series
  return {
    id,
    mark,
    subtitle,
    window,
    xTicks: timeTicks(window, scene),
    panels,
    notes: notesOf(series.annotations, window, scene),
    credit: { n, sources, sourceNames, asOf, window },
    caveats: series.caveats.map((caveat) => say(`charts.caveat.${caveat}`)),
    missing: series.missing.map((input) => say(`charts.missing.${input}`)),
    empty: panels.every(({ lines }) => lines.every(({ marks }) => !marks.some(isKnown))),
  }
}

/** A panel whose axis starts at zero; the caller gives its ticks, the last of which is its top. */
export function panelOf(
  panel: Omit<Panel, 'top' | 'down' | 'isRow' | 'levels' | 'labels' | 'title'> & Partial<Panel>,
): Panel {
  return {
    title: null,
    down: false,
    isRow: false,
    labels: [],
    levels: [],
    top: panel.ticks.at(-1)?.value ?? 1,
    ...panel,
  }
}
