import { tellHeight } from './height.ts'
import { pointAtMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { pointAlong } from './pointer.ts'
import type { Readings } from './readings.ts'

// The page is whole without this: it adds the pointer, the keys and the height of the frame, and asks nobody for anything.
tellHeight(document.body)
const plot = document.querySelector<HTMLElement>('.plot')
const text = document.getElementById('readings')?.textContent
if (plot && text) {
  const data = JSON.parse(text) as Readings | Marks
  if ('marks' in data) pointAtMarks(plot, data)
  else pointAlong(plot, data)
}
