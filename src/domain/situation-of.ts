import type { Atlas } from './atlas.ts'
import { corridorStates } from './corridor-states.ts'
import { asked, upTo } from './filter.ts'
import type { Filter } from './filter.ts'
import { arrivalsHeadline, coverHeadline, lossesHeadline } from './flow-headlines.ts'
import type { Report } from './report.ts'
import { premiumHeadline, stationsHeadline, waitHeadline } from './site-headlines.ts'
import type { RecordState, Situation, Window } from './situation.ts'

/** The situation at `at`: six headline figures and the state of each way in. */
export function situationOf(
  reports: readonly Report[],
  window: Window,
  record: RecordState,
  filter: Filter,
  atlas: Atlas,
): Situation {
  const past = upTo(reports, window.at)
  // Of what was asked for, so that a week up to a day is still known as a cut of that week.
  const wanted = upTo(asked(reports, filter, atlas), window.at)
  const question = { asked: wanted, past, window, atlas }
  const states = corridorStates(reports, window, atlas)
  return {
    window,
    record,
    headlines: [
      arrivalsHeadline(question),
      coverHeadline(question),
      lossesHeadline(question),
      premiumHeadline(question),
      waitHeadline(question),
      stationsHeadline(question),
    ],
    corridors: states.filter(
      ({ axis }) => filter.corridor === undefined || axis === filter.corridor,
    ),
  }
}
