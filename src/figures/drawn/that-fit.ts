type Box = { left: number; right: number }

/** Which of the boxes on one line can be shown without touching, the weightier first. */
export function thatFit(boxes: readonly Box[], weight: (index: number) => number): Set<number> {
  const shown = new Set<number>()
  const order = boxes.map((_, index) => index).toSorted((a, b) => weight(b) - weight(a))
  for (const index of order) {
    const box = boxes[index]
    if (box && [...shown].every((other) => areApart(box, boxes[other]))) shown.add(index)
  }
  return shown
}

function areApart(a: Box, b: Box | undefined): boolean {
  return !b || a.right <= b.left || b.right <= a.left
}
