import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname } from 'node:path'

/** How a figure of each unit is written. */
const WRITTEN = {
  ms: (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`,
  s: (value) => `${value.toFixed(1)} s`,
  MB: (value) => `${value.toFixed(1)} MB`,
  kB: (value) => `${value.toFixed(1)} kB`,
  '/s': (value) => `${Math.round(value).toLocaleString('en')}/s`,
  '×': (value) => `${value.toFixed(2)} ×`,
  '': (value) => String(Math.round(value)),
}

export const written = (value, unit) => WRITTEN[unit](value)

/**
 * One line of the sheet. `goal` is one of `{ most }` and `{ least }`, in the figure's unit, and `{ ratio }`, the most it
 * may be of its reference. A figure of null could not be had (`why` says why), and misses whatever goal it had.
 */
export function rowOf(given) {
  const { part, what, on = '', value, unit, reference = null, goal = null, note, why } = given
  const ratio = reference === null || value === null ? null : value / reference.value
  return {
    part,
    what,
    on,
    value,
    unit,
    reference,
    ratio,
    goal,
    isMet: goal === null ? null : value !== null && isMet(value, ratio, goal),
    ...(note === undefined ? {} : { note }),
    ...(why === undefined ? {} : { why }),
  }
}

function isMet(value, ratio, { most, least, ratio: mostOf }) {
  if (most !== undefined) return value <= most
  if (least !== undefined) return value >= least
  return ratio !== null && ratio <= mostOf
}

function goalText({ goal, unit }) {
  if (goal === null) return ''
  if (goal.most !== undefined) return `≤ ${written(goal.most, unit)}`
  if (goal.least !== undefined) return `≥ ${written(goal.least, unit)}`
  return `≤ ${goal.ratio} ×`
}

function cellsOf(row) {
  const { what, on, value, unit, reference, ratio, isMet, note } = row
  return [
    what,
    note === undefined ? on : `${on}, ${note}`,
    value === null ? `none: ${row.why}` : written(value, unit),
    reference === null
      ? ''
      : `${written(reference.value, reference.unit ?? unit)} ${reference.what}`,
    ratio === null ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`,
    goalText(row),
    isMet === null ? '' : isMet ? 'met' : 'MISSED',
  ]
}

const HEAD = ['what', 'on', 'figure', 'reference, in this run', 'ratio', 'goal', '']

/** The one table, its lines under the name of their part. */
export function tableOf(rows) {
  const lines = rows.map((row) => ({ part: row.part, cells: cellsOf(row) }))
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...lines.map(({ cells }) => cells[column].length)),
  )
  const line = (cells) => `  ${cells.map((cell, n) => cell.padEnd(widths[n])).join('  ')}`.trimEnd()
  const parts = [...new Set(lines.map(({ part }) => part))]
  return [
    line(HEAD),
    ...parts.flatMap((part) => [
      part,
      ...lines.filter((each) => each.part === part).map(({ cells }) => line(cells)),
    ]),
  ].join('\n')
}

/** What the figures were measured on: alone, they mean nothing. */
export function surroundings(root) {
  const [cpu] = cpus()
  return {
    date: new Date().toISOString(),
    commit: commitOf(root),
    node: process.versions.node,
    processors: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 1e9),
    load: loadavg()[0],
  }
}

function commitOf(root) {
  try {
    const git = (...words) =>
      execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes')
  } catch {
    return null
  }
}

export async function writeSheet(file, sheet) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(sheet, null, 2)}\n`)
}
