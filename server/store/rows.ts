import type { Report } from '#domain/report.ts'

/** What is told of a report in one small value each, in this order. */
export type Few = [
  Report['precision'],
  Report['publishedAssumed'],
  Report['reliability'],
  Report['credibility'],
  Report['review'],
  Report['sensitivity'],
  Report['inCompany']?,
]

/** A report whose small values stand together. */
export type Said = Pick<
  Report,
  | 'id'
  | 'body'
  | 'note'
  | 'event'
  | 'source'
  | 'corridor'
  | 'position'
  | 'revision'
  | 'observedAt'
  | 'receivedAt'
  | 'publishedAt'
  | 'observedUntil'
> & { few: Few }

/** The fields of one row stand side by side, each in its place. */
const AT = {
  body: 0,
  note: 1,
  event: 2,
  source: 3,
  corridor: 4,
  position: 5,
  revision: 6,
  observedAt: 7,
  receivedAt: 8,
  publishedAt: 9,
  observedUntil: 10,
  few: 11,
} as const satisfies { [Field in Exclude<keyof Said, 'id'>]: number }
const WIDTH = 12
const ID_LENGTH = 36
const MOST_IN_TWO_BYTES = 65_536

type Table = {
  /** The ids one behind the other; each by itself as long as there may be more. */
  ids: string | readonly string[]
  /** For each field of each row, the number of its value. */
  cells: readonly number[] | Uint16Array | Uint32Array
  values: readonly unknown[]
}

type Rows = {
  add: (said: Said) => Report
  /** To be told when all are there: then they are packed. */
  pack: () => void
}

/**
 * Many reports in a third of the memory that they take as objects of their own. A row reads like any other report; what it
 * says lies in a table, and a value that several rows share lies there once.
 */
export function makeRows(): Rows {
  const ids: string[] = []
  const cells: number[] = []
  const values: unknown[] = []
  const numbers = new Map<unknown, number>()
  const table: Table = { ids, cells, values }

  function keep(value: unknown): void {
    let number = numbers.get(value)
    if (number === undefined) {
      number = values.push(value) - 1
      numbers.set(value, number)
    }
    cells.push(number)
  }

  return {
    add(said) {
      ids.push(said.id)
      keep(said.body)
      keep(said.note)
      keep(said.event)
      keep(said.source)
      keep(said.corridor)
      keep(said.position)
      keep(said.revision)
      keep(said.observedAt)
      keep(said.receivedAt)
      keep(said.publishedAt)
      keep(said.observedUntil)
      keep(said.few)
      return new Row(table, ids.length - 1)
    },

    pack() {
      if (ids.every(({ length }) => length === ID_LENGTH))
        table.ids = Buffer.from(ids.join(''), 'latin1').toString('latin1')
      const isNarrow = values.length <= MOST_IN_TWO_BYTES
      table.cells = isNarrow ? Uint16Array.from(cells) : Uint32Array.from(cells)
      table.values = values.slice()
    },
  }
}

class Row implements Report {
  readonly #table: Table
  readonly #nth: number

  constructor(table: Table, nth: number) {
    this.#table = table
    this.#nth = nth
    // Fields of its own, as whoever copies a report or writes it out expects. All rows have the same ones, so V8 keeps them
    // once, and none in the row.
    const fields = Row.#few(this)[6] === true ? IN_COMPANY : ALONE
    for (const [name, field] of fields) Object.defineProperty(this, name, field)
  }

  static #at(row: Row, place: number): unknown {
    const { cells, values } = row.#table
    return values[cells[row.#nth * WIDTH + place] ?? 0]
  }

  static #few(row: Row): Few {
    return Row.#at(row, AT.few) as Few
  }

  get id() {
    const { ids } = this.#table
    const from = this.#nth * ID_LENGTH
    return typeof ids === 'string' ? ids.slice(from, from + ID_LENGTH) : (ids[this.#nth] ?? '')
  }

  get body() {
    return Row.#at(this, AT.body) as Said['body']
  }

  get note() {
    return Row.#at(this, AT.note) as Said['note']
  }

  get event() {
    return Row.#at(this, AT.event) as Said['event']
  }

  get source() {
    return Row.#at(this, AT.source) as Said['source']
  }

  get corridor() {
    return Row.#at(this, AT.corridor) as Said['corridor']
  }

  get position() {
    return Row.#at(this, AT.position) as Said['position']
  }

  get revision() {
    return Row.#at(this, AT.revision) as Said['revision']
  }

  get observedAt() {
    return Row.#at(this, AT.observedAt) as Said['observedAt']
  }

  get receivedAt() {
    return Row.#at(this, AT.receivedAt) as Said['receivedAt']
  }

  get publishedAt() {
    return Row.#at(this, AT.publishedAt) as Said['publishedAt']
  }

  get observedUntil() {
    return Row.#at(this, AT.observedUntil) as Said['observedUntil']
  }

  get precision() {
    return Row.#few(this)[0]
  }

  get publishedAssumed() {
    return Row.#few(this)[1]
  }

  get reliability() {
    return Row.#few(this)[2]
  }

  get credibility() {
    return Row.#few(this)[3]
  }

  get review() {
    return Row.#few(this)[4]
  }

  get sensitivity() {
    return Row.#few(this)[5]
  }

  get inCompany() {
    return Row.#few(this)[6] as true
  }
}

/** In the order in which answers list them. */
const ALONE = fieldsOf([
  'id',
  'body',
  'note',
  'event',
  'review',
  'source',
  'corridor',
  'position',
  'revision',
  'precision',
  'observedAt',
  'receivedAt',
  'credibility',
  'publishedAt',
  'reliability',
  'sensitivity',
  'observedUntil',
  'publishedAssumed',
])
const IN_COMPANY = [...ALONE.slice(0, 9), ...fieldsOf(['inCompany']), ...ALONE.slice(9)]

function fieldsOf(names: readonly (keyof Report)[]) {
  return names.map((name) => {
    const field = Object.getOwnPropertyDescriptor(Row.prototype, name)
    return [name, { ...field, enumerable: true }] as const
  })
}
