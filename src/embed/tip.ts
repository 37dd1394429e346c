type Child = Node | string

/** An element with its children; text is never read as markup. */
export function el(name: string, className: string, ...children: Child[]): HTMLElement {
  const element = document.createElement(name)
  if (className) element.className = className
  element.append(...children)
  return element
}

/** Puts the tip beside what is pointed at, on the side that has more room; `part` is how far across that is, 0–1. */
export function place(tip: HTMLElement, part: number, left: number, width: number): void {
  const isRight = part > 0.5
  tip.style.left = isRight ? '' : `${left}px`
  tip.style.right = isRight ? `${width - left}px` : ''
}
