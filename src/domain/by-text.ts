/**
 * Orders ids, days, instants and codes as they are written. `localeCompare` is for words people read: it knows all the
 * alphabets of the world, and thousands of reports wait for it.
 */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
