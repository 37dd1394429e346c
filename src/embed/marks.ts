import { el, place } from './tip.ts'

/** What is on a map, in the order in which keys reach it: how its signs are named, and what is said of it. */
export type Marks = { marks: [key: string, heading: string, ...lines: string[]][] }

/** Lets the keys walk along what is on the map, and the pointer rest on it. */
export function pointAtMarks(plot: HTMLElement, { marks }: Marks): void {
  const tip = el('div', 'tip')
  const ring = el('div', 'ring')
  tip.hidden = ring.hidden = true
  tip.ariaHidden = ring.ariaHidden = 'true'
  plot.append(ring, tip)
  if (marks.length === 0) return
  let index = 0
  plot.tabIndex = 0
  const attributes = {
    role: 'slider',
    'aria-label': plot.dataset['label'] ?? '',
    'aria-valuemin': '1',
    'aria-valuemax': String(marks.length),
  }
  for (const [name, value] of Object.entries(attributes)) plot.setAttribute(name, value)
  say(false)

  function say(isShown: boolean): void {
    const [key, heading, ...lines] = marks[index] ?? ['', '']
    plot.setAttribute('aria-valuenow', String(index + 1))
    plot.setAttribute('aria-valuetext', [heading, ...lines].join('. '))
    const box = isShown ? boxOf(plot, key) : null
    tip.hidden = !isShown
    ring.hidden = box === null
    if (!isShown) return
    tip.replaceChildren(el('b', '', heading), ...lines.map((line) => el('p', '', line)))
    const x = box ? box.left + box.width / 2 : plot.clientWidth / 2
    place(tip, x / plot.clientWidth, x, plot.clientWidth)
    if (box)
      ring.style.cssText = `left:${box.left - 4}px;top:${box.top - 4}px;width:${box.width + 8}px;height:${box.height + 8}px`
  }

  function under({ target }: Event): void {
    const sign =
      target instanceof Element ? target.closest<SVGElement>('[data-event],[data-axis]') : null
    const key = sign?.dataset['event'] ?? sign?.dataset['axis']
    const found = marks.findIndex(([each]) => each === key)
    if (found < 0) return say(document.activeElement === plot && !tip.hidden)
    if (found === index && !tip.hidden) return
    index = found
    say(true)
  }

  plot.addEventListener('pointermove', under)
  plot.addEventListener('pointerdown', under)
  plot.addEventListener('pointerleave', () => say(false))
  plot.addEventListener('blur', () => say(false))
  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return say(false)
    const last = marks.length - 1
    const moves: Record<string, number> = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next === undefined) return
    // The first arrow shows where the keys stand, and does not walk past it.
    const isFirst = tip.hidden && event.key.startsWith('Arrow')
    index = Math.min(last, Math.max(0, isFirst ? index : next))
    say(true)
    event.preventDefault()
  })
}

type Box = { left: number; top: number; width: number; height: number }

/** Where the signs of that name lie in the drawing that is shown, px of the plot; null for what has no place on it. */
function boxOf(plot: HTMLElement, key: string): Box | null {
  const origin = plot.getBoundingClientRect()
  const name = CSS.escape(key)
  const boxes = [...plot.querySelectorAll(`[data-event="${name}"],[data-axis="${name}"]`)]
    .map((sign) => sign.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 || height > 0)
  if (boxes.length === 0) return null
  const left = Math.max(origin.left, Math.min(...boxes.map((box) => box.left)))
  const top = Math.max(origin.top, Math.min(...boxes.map((box) => box.top)))
  const right = Math.min(origin.right, Math.max(...boxes.map((box) => box.right)))
  const bottom = Math.min(origin.bottom, Math.max(...boxes.map((box) => box.bottom)))
  return {
    left: left - origin.left,
    top: top - origin.top,
    width: right - left,
    height: bottom - top,
  }
}
