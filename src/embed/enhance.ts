import { tellHeight } from './height.ts'
import { pointAlong } from './pointer.ts'
import { pointAtMarks } from './marks.ts'
import type { Readings } from './readings.ts'

// The page is whole without this: it adds the pointer, the keys and the height of the frame, and asks nobody for anything.
tellHeight(document.body)
const plot = document.querySelector<HTMLElement>('.plot')
const data = document.getElementById('readings')?.textContent
if (plot && data) pointAlong(plot, JSON.parse(data) as Readings)
else if (plot) pointAtMarks(plot)
