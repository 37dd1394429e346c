import { headingAt, nextStop, notesNear, readingsAt } from './readings.ts'
import type { Readings } from './readings.ts'
import { el, place } from './tip.ts'

/** Where the days lie in the drawing that is shown, px of the plot. */
type Span = { left: number; right: number; top: number; bottom: number }

/**
 * Makes the drawing a slider over the days: pointed at or moved by arrow keys, it shows what was reported and says it. No
 * key is heard while the focus is elsewhere.
 */
export function pointAlong(plot: HTMLElement, readings: Readings): void {
  const { lang } = document.documentElement
  const line = el('div', 'at')
  const tip = el('div', 'tip')
  let day = readings.stops.at(-1) ?? readings.days - 1
  line.hidden = tip.hidden = true
  line.ariaHidden = tip.ariaHidden = 'true'
  plot.append(line, tip)
  plot.tabIndex = 0
  const attributes = {
    role: 'slider',
    'aria-label': plot.dataset['label'] ?? '',
    'aria-valuemin': '0',
    'aria-valuemax': String(readings.days - 1),
  }
  for (const [name, value] of Object.entries(attributes)) plot.setAttribute(name, value)
  say(false)

  /** What the slider stands at; shown only where somebody points. */
  function say(isShown: boolean): void {
    const found = readingsAt(readings, day)
    const heading = headingAt(readings, day, found, lang)
    const told = found.map(({ name, told: [, , said, note] }) => `${name} : ${said}, ${note}`)
    plot.setAttribute('aria-valuenow', String(day))
    plot.setAttribute(
      'aria-valuetext',
      [heading, ...(told.length > 0 ? told : [readings.silent])].join('. '),
    )
    line.hidden = tip.hidden = !isShown
    if (!isShown) return
    tip.replaceChildren(
      el('b', '', heading),
      ...(found.length > 0 ? [] : [el('p', '', readings.silent)]),
      ...found.map(({ name, colour, told: [, , said, note] }) => {
        const swatch = el('i', '')
        swatch.style.background = `var(${colour})`
        return el('p', '', swatch, `${name} `, el('b', '', said), el('small', '', note))
      }),
      ...notesNear(readings, day).map(([, number, text]) =>
        el('p', '', el('b', 'no', String(number)), text),
      ),
    )
    const { left, right, top, bottom } = spanOf(plot)
    const part = (day + 0.5) / readings.days
    const x = left + part * (right - left)
    line.style.cssText = `left:${x}px;top:${top}px;height:${bottom - top}px`
    place(tip, part, x, plot.clientWidth)
  }

  function follow({ clientX }: PointerEvent): void {
    const { left, right } = spanOf(plot)
    const along = (clientX - plot.getBoundingClientRect().left - left) / Math.max(1, right - left)
    const under = Math.min(readings.days - 1, Math.max(0, Math.floor(along * readings.days)))
    if (under === day && !tip.hidden) return
    day = under
    say(true)
  }

  plot.addEventListener('pointermove', follow)
  plot.addEventListener('pointerdown', follow)
  plot.addEventListener('pointerleave', () => say(document.activeElement === plot && !tip.hidden))
  plot.addEventListener('blur', () => say(false))
  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return say(false)
    const next = nextStop(readings.stops, day, event.key)
    if (next === null) return
    day = next
    say(true)
    event.preventDefault()
  })
}

/** Each width of the frame shows another drawing; each says in its own pixels where its days begin and end. */
function spanOf(plot: HTMLElement): Span {
  for (const drawing of plot.querySelectorAll('svg')) {
    const group = drawing.querySelector<SVGGElement>('g.plot')
    const box = drawing.getBoundingClientRect()
    if (!group || box.width === 0) continue
    const scale = box.width / drawing.viewBox.baseVal.width
    const up = group.transform.baseVal.consolidate()?.matrix.f ?? 0
    const at = (name: string, from: number) => (Number(group.dataset[name]) + from) * scale
    return {
      left: at('left', 0),
      right: at('right', 0),
      top: at('top', up),
      bottom: at('bottom', up),
    }
  }
  return { left: 0, right: plot.clientWidth, top: 0, bottom: plot.clientHeight }
}
