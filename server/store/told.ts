import { byText } from '#domain/by-text.ts'
import { BulletinBody } from '#domain/bulletin.ts'
import { ConvoyBody } from '#domain/convoy-report.ts'
import { IncidentBody } from '#domain/incident-report.ts'
import { PriceBody } from '#domain/price-report.ts'
import { QueueBody } from '#domain/queue-report.ts'
import type { Report, ReportBody, ReportKind } from '#domain/report.ts'
import { sharing } from './said.ts'
import type { Few, Said, Shared } from './said.ts'

/** Of the texts below. Raised when a release writes them otherwise: then all copies are made anew. */
export const TOLD = 1

const KEYS = Object.fromEntries(
  [QueueBody, PriceBody, ConvoyBody, IncidentBody, BulletinBody].map(({ shape }) => [
    shape.kind.def.values[0],
    Object.keys(shape).toSorted(byKey),
  ]),
) as Record<ReportKind, string[]>

/**
 * A copy as one line of fields between tabs. What most differs from report to report stands by itself; the rest is JSON, in
 * which there is no tab, and a text that two reports share is read once.
 */
export function toldOf(copy: Report): string {
  const { precision, publishedAssumed, reliability, credibility, review, sensitivity } = copy
  const few: Few = [precision, publishedAssumed, reliability, credibility, review, sensitivity]
  if (copy.inCompany === true) few.push(true)
  return [
    copy.id,
    copy.revision,
    copy.observedAt,
    copy.observedUntil ?? '',
    copy.publishedAt,
    copy.receivedAt,
    JSON.stringify(ordered(copy.position)),
    JSON.stringify(ordered(copy.corridor)),
    JSON.stringify(ordered(copy.source)),
    JSON.stringify(ordered(copy.event)),
    JSON.stringify(copy.note),
    JSON.stringify(packed(copy.body)),
    JSON.stringify(few),
  ].join('\t')
}

/** The order in which jsonb keeps keys: so came all answers once, and so they still do whatever order a writer chose. */
function byKey(a: string, b: string): number {
  return a.length - b.length || byText(a, b)
}

function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(ordered)
  const entries = Object.entries(value).toSorted(([a], [b]) => byKey(a, b))
  return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]))
}

/** A body with all of its keys as its kind and its values alone; any other as it is. */
function packed(body: ReportBody): unknown {
  const keys = KEYS[body.kind]
  const values = new Map<string, unknown>(Object.entries(body))
  const isUsual = values.size === keys.length && keys.every((key) => values.has(key))
  return isUsual ? [body.kind, ...keys.map((key) => ordered(values.get(key)))] : ordered(body)
}

function bodyOf(text: string): ReportBody {
  const found: unknown = JSON.parse(text)
  if (!Array.isArray(found)) return found as ReportBody
  const [kind, ...values] = found as [ReportKind, ...unknown[]]
  return Object.fromEntries(KEYS[kind].map((key, nth) => [key, values[nth]])) as ReportBody
}

const NEVER = sharing(null)
/** Lines of a few weeks have these many texts in common, about. */
const SHARED = 20_000

/**
 * What a line tells; lines whose texts are equal share what these say. Nobody may change that. The id is still a part of the
 * line: who keeps it copies it.
 */
export type Hear = (line: string) => Said

export function makeHear(): Hear {
  const instant = shared((text) => text)
  const position = shared((text) => JSON.parse(text) as Report['position'])
  const corridor = shared((text) => JSON.parse(text) as Report['corridor'])
  const source = shared((text) => JSON.parse(text) as Report['source'])
  const event = shared((text) => JSON.parse(text) as Report['event'])
  const body = shared(bodyOf)
  const few = shared((text) => JSON.parse(text) as Few)
  return (line) => {
    const [
      id = '',
      revision,
      observedAt = '',
      until = '',
      publishedAt = '',
      receivedAt = '',
      where = '',
      road = '',
      who = '',
      what = '',
      note = '',
      said = '',
      rest = '',
    ] = line.split('\t')
    return {
      id,
      body: body(said),
      note: note === 'null' ? null : (JSON.parse(note) as string),
      event: event(what),
      source: source(who),
      corridor: corridor(road),
      position: position(where),
      revision: Number(revision),
      observedAt: instant(observedAt),
      receivedAt: instant(receivedAt),
      publishedAt: instant(publishedAt),
      observedUntil: until === '' ? NEVER : instant(until),
      few: few(rest),
    }
  }
}

/** What was said as a report that stands by itself. */
export function reportOf(said: Said): Report {
  const [precision, publishedAssumed, reliability, credibility, review, sensitivity, inCompany] =
    said.few.value
  return {
    id: detached(said.id),
    body: said.body.value,
    note: said.note,
    event: said.event.value,
    review,
    source: said.source.value,
    corridor: said.corridor.value,
    position: said.position.value,
    revision: said.revision,
    ...(inCompany === true ? { inCompany } : {}),
    precision,
    observedAt: said.observedAt.value,
    receivedAt: said.receivedAt.value,
    credibility,
    publishedAt: said.publishedAt.value,
    reliability,
    sensitivity,
    observedUntil: said.observedUntil.value,
    publishedAssumed,
  }
}

function shared<Value>(work: (text: string) => Value): (text: string) => Shared<Value> {
  const known = new Map<string, Shared<Value>>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= SHARED) known.clear()
    const own = detached(text)
    const value = sharing(work(own))
    known.set(own, value)
    return value
  }
}

/** The text by itself: a part of a longer one would keep all of that in memory. */
function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}
