import { isKnown } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import type { Period } from '#domain/time.ts'

type Layer = { line: FigureLine; mark: Mark; low: number; high: number }
export type Stack = Period & { layers: readonly Layer[]; span: [number, number] | null }

/** Puts the lines of each period on top of one another. A line without a figure takes no room. */
export function stacksOf(lines: readonly FigureLine[]): Stack[] {
  const periods = new Map<string, { line: FigureLine; mark: Mark }[]>()
  for (const line of lines)
    for (const mark of line.marks.filter(isKnown)) {
      const key = `${mark.from}/${mark.to}`
      periods.set(key, [...(periods.get(key) ?? []), { line, mark }])
    }
  return [...periods].map(([key, parts]) => {
    const [from = '', to = ''] = key.split('/')
    return { from, to, layers: layersOf(parts), span: spanOf(parts.map(({ mark }) => mark)) }
  })
}

function layersOf(parts: { line: FigureLine; mark: Mark }[]): Layer[] {
  let base = 0
  return parts.map(({ line, mark }) => {
    const { low, best, high } = mark
    const from = best === null ? base + (low ?? 0) : base
    base += best ?? high ?? low ?? 0
    return { line, mark, low: from, high: base }
  })
}

/** The ends of the sum, where sources differ; null where they agree or an end is unknown. */
function spanOf(marks: Mark[]): [number, number] | null {
  if (marks.some(({ best }) => best === null)) return null
  const [low, high] = [sumOf(marks, 'low'), sumOf(marks, 'high')]
  return low === null || high === null || low === high ? null : [low, high]
}

function sumOf(marks: Mark[], end: 'low' | 'high'): number | null {
  let total = 0
  for (const mark of marks) {
    const value = mark[end]
    if (value === null) return null
    total += value
  }
  return total
}
