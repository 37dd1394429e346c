import { BulletinBody } from '#domain/bulletin.ts'
import { ConvoyBody } from '#domain/convoy-report.ts'
import { IncidentBody } from '#domain/incident-report.ts'
import { PriceBody } from '#domain/price-report.ts'
import { QueueBody } from '#domain/queue-report.ts'
import type { Report, ReportBody, ReportKind } from '#domain/report.ts'

/** Of the texts below. Raised when a release writes them otherwise: then all copies are made anew. */
export const TOLD = 1

const KEYS = Object.fromEntries(
  [QueueBody, PriceBody, ConvoyBody, IncidentBody, BulletinBody].map(({ shape }) => [
    shape.kind.def.values[0],
    Object.keys(shape),
  ]),
) as Record<ReportKind, string[]>

/** What is kept of a report in one small value each, in this order. */
type Few = [
  Report['precision'],
  Report['publishedAssumed'],
  Report['reliability'],
  Report['credibility'],
  Report['review'],
  Report['sensitivity'],
  Report['inCompany']?,
]

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
    JSON.stringify(copy.position),
    JSON.stringify(copy.corridor),
    JSON.stringify(copy.source),
    JSON.stringify(copy.event),
    JSON.stringify(copy.note),
    JSON.stringify(packed(copy.body)),
    JSON.stringify(few),
  ].join('\t')
}

/** A body with all of its keys, and in their order, as its values alone; any other as it is. */
function packed(body: ReportBody): unknown {
  const keys = KEYS[body.kind]
  const own = Object.keys(body)
  const isUsual = own.length === keys.length && own.every((key, nth) => key === keys[nth])
  return isUsual ? Object.values(body) : body
}

function bodyOf(text: string): ReportBody {
  const found: unknown = JSON.parse(text)
  if (!Array.isArray(found)) return found as ReportBody
  const values: unknown[] = found
  const keys = KEYS[values[0] as ReportKind]
  return Object.fromEntries(keys.map((key, nth) => [key, values[nth]])) as ReportBody
}

/** Lines of a few weeks have these many texts in common, about. */
const SHARED = 20_000

/** A line as the report it tells; reports whose texts are equal share what these say. Nobody may change it. */
export type Hear = (line: string) => Report

export function makeHear(): Hear {
  const instant = shared((text) => text)
  const position = shared((text) => JSON.parse(text) as Report['position'])
  const corridor = shared((text) => JSON.parse(text) as Report['corridor'])
  const source = shared((text) => JSON.parse(text) as Report['source'])
  const event = shared((text) => JSON.parse(text) as Report['event'])
  const body = shared(bodyOf)
  const few = shared((text) => JSON.parse(text) as Few)
  return (line) => {
    const fields = line.split('\t')
    const at = (nth: number) => fields[nth] ?? ''
    const [precision, publishedAssumed, reliability, credibility, review, sensitivity, inCompany] =
      few(at(12))
    const until = at(3)
    const report: Report = {
      id: detached(at(0)),
      revision: Number(at(1)),
      observedAt: instant(at(2)),
      observedUntil: until === '' ? null : instant(until),
      precision,
      publishedAt: instant(at(4)),
      publishedAssumed,
      receivedAt: instant(at(5)),
      position: position(at(6)),
      corridor: corridor(at(7)),
      source: source(at(8)),
      reliability,
      credibility,
      review,
      sensitivity,
      event: event(at(9)),
      note: at(10) === 'null' ? null : (JSON.parse(at(10)) as string),
      body: body(at(11)),
    }
    if (inCompany === true) report.inCompany = true
    return report
  }
}

function shared<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= SHARED) known.clear()
    const own = detached(text)
    const value = work(own)
    known.set(own, value)
    return value
  }
}

/** The text by itself: a part of a longer one would keep all of that in memory. */
function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}
