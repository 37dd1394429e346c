/** First and last day, counted from the first of the window; the figure; what must be read with it. */
export type Told = [from: number, to: number, said: string, note: string]

/** What the page holds for its script: the figures, to be read out day by day. It is no more than the table says. */
export type Readings = {
  /** The first day of the window; all days below are counted from it. */
  from: string
  days: number
  /** Days that a pointer moved by keys stops at, in order. */
  stops: number[]
  lines: { name: string; colour: string; told: Told[] }[]
  notes: [day: number, number: number, text: string][]
  /** How periods are called, by "first-last", and the days of the stops: a browser takes long to write its first date. */
  names: Record<string, string>
  silent: string
}

type Reading = { name: string; colour: string; told: Told }

/** What was reported of a day, over all lines. */
export function readingsAt({ lines }: Readings, day: number): Reading[] {
  return lines.flatMap(({ name, colour, told }) =>
    told
      .filter(([from, to]) => from <= day && day <= to)
      .map((each) => ({ name, colour, told: each })),
  )
}

/** The day, or the longest period with a name of its own that is read with it. */
export function headingAt(
  { from, names }: Readings,
  day: number,
  readings: readonly Reading[],
  lang: string,
): string {
  const [longest] = readings
    .map(({ told: [first, last] }) => ({ days: last - first, name: names[`${first}-${last}`] }))
    .filter(({ name }) => name !== undefined)
    .toSorted((a, b) => b.days - a.days)
  return longest?.name ?? names[`${day}-${day}`] ?? dayName(from, day, lang)
}

function dayName(from: string, day: number, lang: string): string {
  const date = new Date(Date.parse(from) + day * 864e5)
  const text = date.toLocaleDateString(lang === 'fr' ? 'fr-ML' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  // Intl knows no French ordinal.
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** Events numbered in the drawing that lie so near to a day that the pointer cannot tell. */
export function notesNear({ notes, days }: Readings, day: number): Readings['notes'] {
  const reach = Math.max(1, days / 90)
  return notes.filter(([at]) => Math.abs(at - day) <= reach)
}

/** Where a key takes the pointer along its stops; null for any other key. */
export function nextStop(stops: readonly number[], day: number, key: string): number | null {
  const before = stops.findLastIndex((stop) => stop < day)
  const after = stops.findIndex((stop) => stop > day)
  const to = (index: number) => stops[Math.min(stops.length - 1, Math.max(0, index))] ?? null
  const here = after < 0 ? stops.length - 1 : after - 1
  const moves: Record<string, number> = {
    ArrowLeft: before,
    ArrowDown: before,
    ArrowRight: here + 1,
    ArrowUp: here + 1,
    PageDown: here - 8,
    PageUp: here + 8,
    Home: 0,
    End: stops.length - 1,
  }
  const index = moves[key]
  return index === undefined ? null : to(index)
}
