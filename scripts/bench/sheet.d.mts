export type Goal = { most: number } | { least: number } | { ratio: number }
export type Row = {
  part: string
  what: string
  value: number | null
  unit: string
  ratio: number | null
  goal: Goal | null
  isMet: boolean | null
}
export function rowOf(given: {
  part: string
  what: string
  on?: string
  value: number | null
  unit: string
  reference?: { what: string; value: number; unit?: string } | null
  goal?: Goal | null
  note?: string
  why?: string
}): Row
export function tableOf(rows: readonly Row[]): string
