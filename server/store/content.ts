import type { Draft } from './store.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids are UUIDs in lower case: PostgreSQL keeps them so, and every store must answer alike. */
export function reportId(id: string): string | null {
  if (UUID.test(id)) return id
  const lower = id.toLowerCase()
  return UUID.test(lower) ? lower : null
}

/** The draft under its canonical id. Throws when the id is no UUID: nothing could ever find it again. */
export function withReportId(draft: Draft): Draft {
  const id = reportId(draft.id)
  if (id === null) throw new TypeError(`A report's id must be a UUID; "${draft.id}" is none.`)
  // A year of reports is handed in at once: what is canonical already is not copied.
  return id === draft.id ? draft : { ...draft, id }
}

/** What a draft says, as one text in which the order of keys does not matter: equal texts, equal content. */
export function contentOf(draft: Draft): string {
  return inOrder(draft)
}

/** JSON with every object's keys in order. By hand: an import asks it of every row, and a replacer takes many times as long. */
function inOrder(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  let fields = ''
  for (const [key, written] of orderOf(Object.keys(value))) {
    const field: unknown = Reflect.get(value, key)
    // What is undefined is not written.
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${written}:${inOrder(field)}`
  }
  return `{${fields}}`
}

type Order = readonly (readonly [key: string, written: string])[]
/** Reports have few shapes. */
const ORDERS = new Map<string, Order>()
const MOST_ORDERS = 1_000

/** Some keys in order, each also as JSON writes it. */
function orderOf(keys: string[]): Order {
  const name = keys.join('\0')
  const known = ORDERS.get(name)
  if (known !== undefined) return known
  const order = keys.toSorted().map((key) => [key, JSON.stringify(key)] as const)
  if (ORDERS.size < MOST_ORDERS) ORDERS.set(name, order)
  return order
}

/** True when two drafts have equal content, in whatever order their keys come: as `contentOf`, without the texts. */
export function haveSameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  return (
    Object.keys(a).every((key) => haveSameContent(own(a, key), own(b, key))) &&
    // What is undefined is not written, and so is not there.
    Object.keys(b).every((key) => Object.hasOwn(a, key) || own(b, key) === undefined)
  )
}

function own(of: object, key: string): unknown {
  return Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined
}
