import { pointAtMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { pointAlong } from './pointer.ts'
import type { Readings } from './readings.ts'

/** Adds the pointer and the keys to the chart that stands in the page, from the figures that stand there with it. */
export function readOut(): void {
  const plot = document.querySelector<HTMLElement>('.plot')
  const text = document.getElementById('readings')?.textContent
  if (!plot || !text) return
  const data = JSON.parse(text) as Readings | Marks
  if ('marks' in data) pointAtMarks(plot, data)
  else pointAlong(plot, data)
}
