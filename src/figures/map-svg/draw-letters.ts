import type { CorridorState } from '#domain/corridor-status.ts'
import type { Box } from '#figures/map/declutter.ts'
import { symbolOf } from '#figures/map/place-names.ts'
import type { Symbol } from '#figures/map/place-names.ts'
import { text } from '#figures/svg/sheet.ts'
import type { Sheet } from '#figures/svg/sheet.ts'
import { el, escapeXml, num } from '#figures/svg/xml.ts'
import { isCompact, TAG } from './lettering.ts'
import type { Letters } from './lettering.ts'
import type { Plan } from './plan.ts'
import { roadSample } from './roads.ts'

const SHAPES: Record<Symbol, string> = {
  town: 'M0-2.5a2.5 2.5 0 1 0 .01 0z',
  capital: 'M0-4.5a4.5 4.5 0 1 0 .01 0zM0-1.5a1.5 1.5 0 1 0 .01 0z',
  port: 'M0-5v9.5M-4 1c.5 2.5 2 3.5 4 3.5s3.5-1 4-3.5M-2.5-2h5',
  border: 'M-4.5 0h9M-3-2.5v5M3-2.5v5',
  depot: 'M-4-1.5h8v5h-8zM-2.5-1.5v-2h5v2',
}

/** A small sign for each place, told apart by its shape. */
export function townSigns(sheet: Sheet, { towns }: Letters, plan: Plan): string {
  return towns
    .map((town) => {
      const { x, y } = plan.project(town)
      const symbol = symbolOf(town) ?? 'town'
      const isFull = symbol === 'town' || symbol === 'capital'
      return el('path', {
        d: SHAPES[symbol],
        transform: `translate(${num(x)} ${num(y)})`,
        fill: isFull ? sheet.colour('--land-focus') : 'none',
        stroke: sheet.colour(symbol === 'capital' ? '--ink' : '--ink-2'),
        'stroke-width': 1.4,
      })
    })
    .join('')
}

/** Names of countries in spaced capitals, of towns beside their signs. */
export function names(sheet: Sheet, letters: Letters): string {
  return letters.names
    .map(({ name, box, font: { size, face } }) => {
      const isCountry = name.kind === 'country'
      return el(
        'text',
        {
          class: 'name',
          x: box.left + box.width / 2,
          y: box.top + box.height / 2 + size * 0.36,
          'font-size': size,
          'font-weight': face === 'strong' ? 600 : null,
          'text-anchor': 'middle',
          'letter-spacing': isCountry ? size * 0.12 : null,
          fill: sheet.colour(isCountry ? '--ink-3' : '--ink'),
          stroke: sheet.colour('--land-focus'),
          'stroke-width': 3,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        },
        escapeXml(isCountry ? name.text.toUpperCase() : name.text),
      )
    })
    .join('')
}

/** The status of each way in, in words, on the road itself. */
export function tags(sheet: Sheet, states: readonly CorridorState[], letters: Letters): string {
  return states
    .map((state) => {
      const box = letters.tags.get(state.axis)
      return box ? tag(sheet, state, box) : ''
    })
    .join('')
}

function tag(sheet: Sheet, { axis, status, lastKnown }: CorridorState, box: Box): string {
  const { say } = sheet.scene
  const size = sheet.type.tick
  const [x, first] = [box.left + TAG.side, box.top + TAG.top + size * 0.95]
  const second = first + size * 1.3
  const look = { status, lastKnown: lastKnown?.status ?? null, width: 2.75 }
  const sample = (y: number) => roadSample(sheet, look, { x, y, long: TAG.sample })
  const besides = x + TAG.sample + TAG.gap
  const name = (left: number) =>
    text(sheet, left, first, say(`axis.${axis}`), { size, face: 'strong', colour: '--ink' })
  const words = isCompact(sheet)
    ? [sample(first - size * 0.33), name(besides)]
    : [
        name(x),
        sample(second - size * 0.33),
        text(sheet, besides, second, say(`status.${status}`), { size, colour: '--ink' }),
      ]
  return el(
    'g',
    { class: 'tag' },
    el('rect', {
      x: box.left,
      y: box.top,
      width: box.width,
      height: box.height,
      rx: 3,
      fill: sheet.colour('--paper'),
      'fill-opacity': 0.93,
      stroke: sheet.colour('--line-strong'),
    }),
    ...words,
  )
}
