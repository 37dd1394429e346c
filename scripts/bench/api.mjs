import { keptField } from './field/kept.mjs'
import { QUESTIONS } from './questions.mjs'
import { bareServer, readBy } from './readers.mjs'
import { rowOf } from './sheet.mjs'
import { median } from './samples.mjs'
import { startServer } from './server-process.mjs'
import { benchServer } from './server.mjs'

const PROCESS_MB = 700
const PER_SECOND = 1_500
const P99_MS = 80
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
  try {
    server = await begin()
    rows.push(row({ what: 'from the start to listening', value: server.startMs, reference: loop }))
    for (const { what, paths, goals, role } of QUESTIONS(options)) {
      const goal = goals?.[database] ? { most: goals[database] } : null
      const { times, why } = await askedAll(
        server.url,
        paths,
        role === undefined ? null : field.key,
      )
      const value = times.length > 0 ? median(times.toSorted((a, b) => a - b)) : null
      const note = times.length > 2 ? `slowest ${Math.max(...times).toFixed(0)} ms` : undefined
      rows.push(row({ what, note, value, why, reference: loop, goal }))
      if (why === undefined) continue
      await server.stop()
      server = await begin()
    }
    const { nowMb, mostMb } = server.memory()
    const goal = { most: PROCESS_MB }
    rows.push(row({ what: 'process, at its most', value: mostMb ?? nowMb, unit: 'MB', goal }))
    rows.push(...(await crowd(server.url, { row, options })))
  } finally {
    await server?.stop()
    await field.stop()
  }
  return rows
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

/** Many readers of the same public situation, warm; and the same readers before a server that does nothing else. */
async function crowd(url, { row, options: { readers, seconds } }) {
  const situation = new URL('/api/v1/situation', url).href
  const what = `${readers} readers of the public situation`
  try {
    const bare = await bareServer(situation)
    const reference = await readBy(readers, { url: bare.url, seconds: Math.min(5, seconds) })
    bare.stop()
    const ours = await readBy(readers, { url: situation, seconds })
    const beside = (value, unit) => ({ what: 'from a bare server', value, unit })
    return [
      row({
        what,
        value: ours.perSecond,
        unit: '/s',
        reference: beside(reference.perSecond, '/s'),
        goal: { least: PER_SECOND },
      }),
      row({
        what: `${what}, p99`,
        value: ours.p99,
        reference: beside(reference.p99, 'ms'),
        goal: { most: P99_MS },
      }),
    ]
  } catch (error) {
    const none = { value: null, why: error.message }
    return [
      row({ what, ...none, unit: '/s', goal: { least: PER_SECOND } }),
      row({ what: `${what}, p99`, ...none, goal: { most: P99_MS } }),
    ]
  }
}
