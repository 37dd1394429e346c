// The tables: how they are read, and the few codes that every noun shares.

import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'

export async function table(name) {
  const text = await readFile(new URL(`tables/${name}.csv`, import.meta.url), 'utf8')
  return parse(text, { columns: true, bom: true })
}

/** An empty cell is unknown: never an empty string, never zero. */
export const textOrNull = (cell) => (cell === '' ? null : cell)
export const numberOrNull = (cell) => (cell === '' ? null : Number(cell))

/** `a;b;c` in one cell; an empty cell is an empty list. */
export const list = (cell) => (cell === '' ? [] : cell.split(';'))

/** Looks a key up and says which one is missing, instead of writing `undefined` into a result. */
export function must(map, key, what) {
  const value = map.get(key)
  if (value === undefined) throw new Error(`${what}: nothing called "${key}"`)
  return value
}

/** places.csv has two-letter codes; everything that leaves this folder has three. */
export const iso3OfIso2 = new Map(
  Object.entries({ ML: 'MLI', CI: 'CIV', SN: 'SEN', GN: 'GIN', NE: 'NER', BF: 'BFA' }),
)

/** Where a corridor starts decides its axis. */
export const axisOfOrigin = new Map(Object.entries({ CIV: 'ci', SEN: 'sn', GIN: 'gn', NER: 'ne' }))
