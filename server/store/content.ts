import type { Draft } from './store.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids are UUIDs in lower case: PostgreSQL keeps them so, and every store must answer alike. */
export function reportId(id: string): string | null {
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
  return JSON.stringify(draft, function sortKeys(_key, value: unknown) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
