import type { Panel } from './figure.ts'

/** True for a line that carries its name where it ends, at the right edge, in a wide frame. */
export function isNamedAtEnd({ lines }: Pick<Panel, 'lines'>, key: string): boolean {
  const line = lines.find((each) => each.key === key)
  return line?.role === 'step' && (line.marks.at(-1)?.best ?? null) !== null
}
