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

/** A value that several reports share, and its number in the table that it was last put into, by name. */
export type Shared<Value> = { readonly value: Value; table: unknown; number: number }

export function sharing<Value>(value: Value): Shared<Value> {
  return { value, table: null, number: 0 }
}

type SharedFields =
  | 'body'
  | 'event'
  | 'source'
  | 'corridor'
  | 'position'
  | 'observedAt'
  | 'receivedAt'
  | 'publishedAt'
  | 'observedUntil'
/** What is said of one report, and what it says as others do. */
export type Said = Pick<Report, 'id' | 'note' | 'revision'> & {
  [Field in SharedFields]: Shared<Report[Field]>
} & { few: Shared<Few> }
