import { crowd } from './crowd.mjs'
import { keptField } from './field/kept.mjs'
import { afterWrites } from './handing-in.mjs'
import { QUESTIONS } from './questions.mjs'
import { rowOf } from './sheet.mjs'
import { median } from './samples.mjs'
import { startServer } from './server-process.mjs'
import { benchServer } from './server.mjs'

const PROCESS_MB = 700
/** Longer than this nobody waits; and one kind of question must not take the whole run. */
const PATIENCE_MS = 60_000
const PATIENCE_A_KIND_MS = 15_000

/** What the API takes: with the public record, and with the field's reports on both databases. */
export async function api(parts) {
  const { options, loopMs } = parts
  const loop = { what: 'of a fixed loop', value: loopMs, unit: 'ms' }
  const record = (await benchServer()).map(({ name, ms, p95, budgetMs }) =>
    rowOf({
      part: 'api',
      what: name,
      on: 'the record, PGlite',
      ...(p95 === undefined ? {} : { note: `p95 ${p95.toFixed(1)} ms` }),
      value: ms,
      unit: 'ms',
      reference: loop,
      goal: budgetMs ? { most: budgetMs } : null,
    }),
  )
  const databases = options.postgres ? ['PGlite', 'PostgreSQL'] : ['PGlite']
  const rows = []
  for (const database of databases) rows.push(...(await onField(database, { ...parts, loop })))
  return [...record, ...rows]
}

async function onField(database, { root, options, loop, tell }) {
  const { reports } = options
  const field = await keptField({ root, database, reports, tell })
  const on = `${Math.round(reports / 1000)} k reports, ${database}`
  const row = (line) => rowOf({ part: 'api', on, unit: 'ms', ...line })
  const rows = [
    row({
      what: 'taken in',
      ...(field.isNew ? {} : { note: 'in an earlier run' }),
      value: reports / (field.loadMs / 1000),
      unit: '/s',
    }),
  ]
  const begin = () => startServer(root, { ...field.where, gazetteer: field.gazetteer })
  let server = null
  // Of a server that had to be started again, too.
  let mostMb = 0
  const stop = async () => {
    mostMb = Math.max(mostMb, server?.memory().mostMb ?? 0)
    await server?.stop()
    server = null
  }
  const lost = new Set()
  try {
    server = await begin()
    rows.push(row({ what: 'from the start to listening', value: server.startMs, reference: loop }))
    let asking = 'public'
    for (const { what, paths, goals, role = 'public', isFirst } of QUESTIONS(options)) {
      if (role !== asking) rows.push(mostRow('process, at its most, asked by the public alone'))
      asking = role
      const goal = goals?.[database] ? { most: goals[database] } : null
      const key = role === 'public' ? null : field.key
      const { times, why } = lost.has(role)
        ? { times: [], why: 'an earlier one was not answered' }
        : await askedAll(server.url, paths, key)
      const value = times.length > 0 ? median(times.toSorted((a, b) => a - b)) : null
      const note = times.length > 2 ? `slowest ${Math.max(...times).toFixed(0)} ms` : undefined
      rows.push(row({ what, note, value, why, reference: loop, goal }))
      if (isFirst) rows.push(memoryRow('process, after that', server.memory().nowMb))
      if (why === undefined || lost.has(role)) continue
      lost.add(role)
      await stop()
      server = await begin()
    }
    rows.push(await rightAfterWrites(server, { key: field.key, row, options, loop }))
    rows.push(memoryRow('process, after all of these questions', server.memory().nowMb))
    rows.push(mostRow('process, at its most, asked by an analyst too'))
    rows.push(...(await crowd(server.url, { row, key: field.key, options })))
    rows.push(memoryRow('process, after all readers', server.memory().nowMb))
  } finally {
    await stop()
    await field.stop()
  }
  return rows

  function mostRow(what) {
    const { nowMb, mostMb: most } = server.memory()
    mostMb = Math.max(mostMb, most ?? nowMb)
    return memoryRow(what, mostMb, { most: PROCESS_MB })
  }

  function memoryRow(what, value, goal = null) {
    return row({ what, value, unit: 'MB', goal })
  }
}

async function rightAfterWrites({ url }, { key, row, options: { asks }, loop }) {
  const what = '/situation, right after a report came in'
  try {
    const times = await afterWrites(url, { key, times: asks })
    const note = `slowest ${times.at(-1).toFixed(0)} ms`
    return row({ what, note, value: median(times), reference: loop })
  } catch (error) {
    return row({ what, value: null, why: error.message })
  }
}

/** Each question once, one after the other: none of them has been answered before. */
async function askedAll(url, paths, key) {
  const times = []
  const begun = performance.now()
  for (const path of paths) {
    const asked = performance.now()
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const headers = key === null ? {} : { authorization: `Bearer ${key}` }
      const response = await fetch(new URL(`/api/v1${path}`, url), { signal, headers })
      const text = await response.text()
      if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`)
    } catch (error) {
      const isLate = error.name === 'TimeoutError'
      return {
        times,
        why: isLate ? `no answer in ${PATIENCE_MS / 1000} s` : `${path}: ${error.message}`,
      }
    }
    times.push(performance.now() - asked)
    if (performance.now() - begun > PATIENCE_A_KIND_MS) break
  }
  return { times }
}
