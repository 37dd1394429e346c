import { CHARTS, firstDayOf, isTooLong, LONGEST_WINDOW_DAYS } from '#contract/embed.ts'
import type { Chart } from '#contract/embed.ts'
import type { View } from '#domain/view.ts'
import type { Api } from '#server/api.ts'
import { misfits, Refusal } from '#server/problem.ts'
import type { Held } from '#server/reading.ts'

/** The chart that a path names. Throws a refusal (404) when there is none of that name. */
export function chartNamed(name: string): Chart {
  const chart = CHARTS.find((each) => each === name)
  if (chart === undefined) throw new Refusal('not-found')
  return chart
}

/**
 * What a frame is about, as the public sees it whoever looks. `last` is counted back from where the View's window ends:
 * on its last day, else on the last day of the record. Throws a refusal when the two contradict each other, and on a
 * window that no frame can show.
 */
export async function heldFor(
  { read }: Pick<Api, 'read'>,
  view: View,
  last: string | undefined,
): Promise<Held> {
  if (last !== undefined && view.from !== undefined)
    throw misfits({ name: 'last', reason: 'problem.reason.last' })
  const whole = await read('public', view)
  const held =
    last === undefined
      ? whole
      : await read('public', { ...view, from: firstDayOf(last, whole.window.to) })
  if (isTooLong(held.window)) {
    const name = view.from === undefined ? 'to' : 'from'
    throw misfits({
      name,
      reason: 'problem.reason.too-long-days',
      values: { days: LONGEST_WINDOW_DAYS },
    })
  }
  return held
}
