import advances from './advances.json'

/** The fonts of a picture: running text, emphasis, titles. */
export type Face = 'sans' | 'strong' | 'serif'

/** A piece of text in one font. */
export type Run = { text: string; face: Face }

/** Readers' own fonts are at times a little wider than the one measured. */
const SLACK = 1.05
/** For a character that the table does not hold, in thousandths: an average Latin letter; twice that in the East. */
const UNKNOWN_WIDTH = 620
const UNKNOWN_WIDE = 1000

const tables: Record<Face, ReadonlyMap<string, number>> = {
  sans: tableOf(advances.sans),
  strong: tableOf(advances.strong),
  serif: tableOf(advances.serif),
}

function tableOf(widths: readonly number[]): Map<string, number> {
  return new Map(Array.from(advances.characters, (each, index) => [each, widths[index] ?? 0]))
}

/** Width in pixels of a text, for layout without a browser; never too small for the fonts in use. */
export function widthOf(text: string, face: Face, size: number): number {
  const table = tables[face]
  let width = 0
  for (const each of text) width += table.get(each) ?? unknownWidth(each)
  return (width / 1000) * size * SLACK
}

function unknownWidth(character: string): number {
  if (/[\p{M}\u2060\u200b]/u.test(character)) return 0
  return (character.codePointAt(0) ?? 0) < 0x1100 ? UNKNOWN_WIDTH : UNKNOWN_WIDE
}

/** The text in lines no wider than `room`, broken at plain spaces only; a word wider than that is cut. */
export function wrap(text: string, face: Face, size: number, room: number): string[] {
  return wrapRuns([{ text, face }], size, room).map((line) => line.map((run) => run.text).join(''))
}

/** The same for text in several fonts. */
export function wrapRuns(runs: readonly Run[], size: number, room: number): Run[][] {
  const lines: Run[][] = [[]]
  let left = room
  for (const { text, face } of wordsOf(runs, size, room)) {
    const isFirst = lines.at(-1)?.length === 0
    const width = widthOf(text, face, size)
    // The space before a word may hang over the edge, the word may not.
    if (width > left && !isFirst) {
      lines.push([{ text: text.trimStart(), face }])
      left = room - widthOf(text.trimStart(), face, size)
    } else {
      lines.at(-1)?.push({ text: isFirst ? text.trimStart() : text, face })
      left -= width
    }
  }
  return lines.map(joined).filter((line) => line.length > 0)
}

/** Words with the space before them; a word that no line could hold comes in pieces. */
function wordsOf(runs: readonly Run[], size: number, room: number): Run[] {
  return runs.flatMap(({ text, face }) =>
    (bound(text).match(/ *[^ ]+/g) ?? []).flatMap((word) =>
      widthOf(word.trim(), face, size) <= room
        ? [{ text: word, face }]
        : piecesOf(word, face, size, room).map((piece) => ({ text: piece, face })),
    ),
  )
}

/** A number stays with its word, and a month with its year: "16 février" is one thing. */
function bound(text: string): string {
  return text
    .replaceAll(/(\d) (?=\p{L})/gu, '$1\u00a0')
    .replaceAll(/(\p{L}\.?) (?=\d{4}(?!\d))/gu, '$1\u00a0')
}

function piecesOf(word: string, face: Face, size: number, room: number): string[] {
  const pieces: string[] = ['']
  for (const each of word) {
    const longer = (pieces.at(-1) ?? '') + each
    if (widthOf(longer.trim(), face, size) > room) pieces.push(each)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}

function joined(line: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const { text, face } of line) {
    const last = runs.at(-1)
    if (last?.face === face) runs[runs.length - 1] = { text: last.text + text, face }
    else if (text !== '') runs.push({ text, face })
  }
  return runs
}

/** The same number of lines, all about as long: a title's last line must not be one short word. */
export function balance(text: string, face: Face, size: number, room: number): string[] {
  const lines = wrap(text, face, size, room)
  const last = widthOf(lines.at(-1) ?? '', face, size)
  if (lines.length < 2 || last > room * 0.4) return lines
  for (let narrower = room * 0.5; narrower < room; narrower += room / 40) {
    const better = wrap(text, face, size, narrower)
    if (better.length === lines.length) return better
  }
  return lines
}
