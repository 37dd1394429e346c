import type { Atlas } from '#domain/atlas.ts'
import { extentOf } from '#domain/extent.ts'
import { partsOf } from '#domain/parts.ts'
import { METRICS } from '#domain/series.ts'
import { seriesOf } from '#domain/series-of.ts'
import { situationOf } from '#domain/situation-of.ts'
import { sitesOf } from '#domain/sites.ts'
import type { Reader } from './reading.ts'

type Parts = {
  read: Reader['read']
  atlas: Atlas
  /** Waited for before each step, so that whoever asks meanwhile is answered. */
  rest: () => Promise<unknown>
}

/** The last so many weeks are worked out for charts and sites too: those of the screen that opens first. */
const SHOWN_WEEKS = 28

/**
 * Works out what the public's first answers take of each week, the newest first, so that the first reader after a start
 * need not wait for two years of them. What is worked out is kept beside the week; the answers are not wanted.
 */
export async function workAhead({ read, atlas, rest }: Parts): Promise<void> {
  const { reports, window, record } = await read('public', {})
  for (const [nth, week] of partsOf(reports).toReversed().entries()) {
    const days = extentOf(week)?.days
    if (days === undefined) continue
    await rest()
    // Of what lies before the window no more than the first answer takes of it, so that no more is kept.
    situationOf(week, { ...window, at: days.to }, record, {}, atlas)
    if (nth >= SHOWN_WEEKS) continue
    const own = { ...window, ...days, at: days.to }
    await rest()
    sitesOf(week, own, {}, atlas)
    for (const metric of METRICS) {
      await rest()
      seriesOf(metric, week, own, {}, atlas)
    }
  }
}
