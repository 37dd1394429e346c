import { pipeline } from 'node:stream'
import { CsvError, parse as parseStream } from 'csv-parse'
import type { Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import * as z from 'zod/mini'
import { isInReach, YEARS } from '#domain/view.ts'

/** Why a row could not be taken, in words for whoever keeps the file. `column` is null for the whole row. */
export type Refusal = { line: number; column: string | null; reason: string }

const blankAsNull = <Value extends z.ZodMiniType>(inner: Value) =>
  z.pipe(
    z.transform((text: unknown) => (text === '' ? null : text)),
    z.nullable(inner),
  )
const decimal = z.pipe(
  z.string().check(z.regex(/^-?\d+(\.\d+)?$/, 'is not a number written like 723.39')),
  z.transform(Number),
)

/** A day of the years that may be asked for: the store holds no other. */
const day = z.iso
  .date('is not a day written YYYY-MM-DD')
  .check(z.refine(isInReach, `is not of the years ${YEARS.first} to ${YEARS.last}`))

/** One row of `reported-facts.csv`, checked column by column. */
export const Fact = z.object({
  id: z.string().check(z.minLength(1, 'is empty')),
  kind: z.string(),
  date: day,
  date_end: blankAsNull(day),
  date_precision: z.enum(['day', 'week', 'month'], 'is none of day, week, month'),
  country: z.string(),
  place: z.string(),
  corridor: z.string(),
  product: z.enum(['petrol', 'diesel', 'lpg', 'jet', 'mixed'], 'is no product we know'),
  metric: z.string(),
  value: decimal,
  unit: z.string(),
  market: z.enum(['official', 'parallel', 'none'], 'is none of official, parallel, none'),
  note: z.string(),
  source_name: z.string().check(z.minLength(1, 'is empty: every fact needs its source')),
  source_url: z.url({ protocol: /^https?$/, error: 'is not a web address' }),
  source_published: blankAsNull(day),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F'], 'is not A to F'),
  credibility: z.pipe(
    z.enum(['1', '2', '3', '4', '5', '6'], 'is not 1 to 6'),
    z.transform((digit) => Number(digit) as 1 | 2 | 3 | 4 | 5 | 6),
  ),
})
export type Fact = z.infer<typeof Fact>

/** A file that is no CSV, or not this CSV. The message says what to mend. */
export class UnreadableFile extends Error {}

export type Row = { line: number; row: Record<string, string>; isRagged: boolean }
type Parsed = { record: Record<string, string>; info: { lines: number; error?: unknown } }

const READ: Options = {
  columns: true,
  info: true,
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
}

/**
 * Splits a CSV text into rows with the line each begins on. A row with too many or too few cells is marked
 * ragged: its cells may stand in the wrong columns. Throws `UnreadableFile`.
 */
export function rowsOf(text: string, name: string, columns: readonly string[]): Row[] {
  let parsed: Parsed[]
  let header: string[] | undefined
  try {
    header = parse(text, { to: 1, bom: true, relax_column_count: true })[0]
    parsed = parse(text, READ) as unknown as Parsed[]
  } catch (error) {
    throw unreadable(name, error)
  }
  mustName(columns, header, name)
  return parsed.map(rowOf)
}

/** Enough that taking them costs little. */
const ROWS_AT_ONCE = 200

/** As `rowsOf`, of a text that comes in pieces: some rows at a time, so that none but these are in memory. */
export async function* rowsIn(
  pieces: AsyncIterable<string>,
  name: string,
  columns: readonly string[],
): AsyncGenerator<Row[]> {
  let header: string[] | undefined
  const parser = parseStream({ ...READ, columns: (cells: string[]) => (header = cells) })
  // What goes wrong with the pieces ends the parser, and with it the loop below.
  pipeline(pieces, parser, () => {})
  let rows: Row[] = []
  try {
    for await (const found of parser) {
      if (rows.push(rowOf(found as Parsed)) < ROWS_AT_ONCE) continue
      mustName(columns, header, name)
      yield rows
      rows = []
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(name, error) : error
  }
  mustName(columns, header, name)
  yield rows
}

function unreadable(name: string, error: unknown): UnreadableFile {
  return new UnreadableFile(`${name} cannot be read as CSV: ${(error as Error).message}`)
}

function mustName(columns: readonly string[], header: string[] | undefined, name: string): void {
  const absent = columns.filter((column) => !header?.includes(column))
  if (absent.length === 0) return
  throw new UnreadableFile(
    `${name} has no column ${absent.join(', ')}. Its first line must name the columns.`,
  )
}

function rowOf({ record, info }: Parsed): Row {
  return {
    line: info.lines - lineBreaksIn(Object.values(record)),
    row: record,
    isRagged: info.error !== undefined,
  }
}

/** csv-parse counts the line a row ends on; quoted line breaks inside it move its beginning up. */
function lineBreaksIn(cells: string[]): number {
  return cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
}

export const FACT_COLUMNS = Object.keys(Fact.shape)

/** The fact that a row tells, or why it does not fit. */
export function factOf({ line, row, isRagged }: Row): Fact | Refusal[] {
  if (isRagged) {
    const reason = 'has more or fewer cells than the first line has columns'
    return [{ line, column: null, reason }]
  }
  const unfit = FACT_COLUMNS.flatMap((column) => cellRefusal(line, column, row) ?? [])
  if (unfit.length > 0) return unfit
  const checked = Fact.safeParse(row)
  if (!checked.success)
    return checked.error.issues.map(({ path, message }) => {
      const column = String(path[0] ?? '')
      return { line, column, reason: `“${row[column] ?? ''}” ${message}` }
    })
  if (!endsBeforeItBegins(checked.data)) return checked.data
  return [{ line, column: 'date_end', reason: `“${row['date_end']}” is before the date` }]
}

/** Longer than any note of ours: a whole article, or a file whose quotes do not close. */
const MOST_CHARACTERS = 2000

/** What no column may hold, whatever it is about. PostgreSQL stores no NUL. */
function cellRefusal(line: number, column: string, row: Record<string, string>): Refusal | null {
  const cell = row[column] ?? ''
  if (cell.length > MOST_CHARACTERS)
    return { line, column, reason: `is longer than ${MOST_CHARACTERS} characters` }
  return cell.includes('\0') ? { line, column, reason: 'holds a NUL, which is no text' } : null
}

function endsBeforeItBegins({ date, date_end: end }: Fact): boolean {
  return end !== null && end < date
}
