import type { Atlas } from './atlas.ts'
import type { Filter } from './filter.ts'
import type { Report } from './report.ts'
import type { Series } from './series.ts'
import type { Window } from './situation.ts'

/** What one metric's own arithmetic gives; the frame around it is the same for all. */
export type Drawn = Pick<Series, 'lines' | 'references' | 'caveats' | 'missing'> & {
  /** All that stands behind what is drawn, each report once: a point names only some of them. */
  behind: readonly Report[]
}

/** What a metric's arithmetic is given: reports that answer the question, of all times. */
export type Asked = {
  reports: readonly Report[]
  all: readonly Report[]
  window: Window
  atlas: Atlas
  filter: Filter
}
