import { v5 as uuidV5 } from 'uuid'
import type { Atlas } from '#domain/atlas.ts'
import type { CorridorRef } from '#domain/corridor.ts'
import type { EventRef } from '#domain/event.ts'
import type { Place } from '#domain/place.ts'
import { observedPeriod } from '#domain/report.ts'
import type { ReportBody } from '#domain/report.ts'
import type { Source } from '#domain/source.ts'
import { addDays, endOf, startOf } from '#domain/time.ts'
import { OperatorError } from '#server/operator-error.ts'
import type { Draft } from '#server/store/store.ts'
import { bodyOf } from './body-of.ts'
import { gatherEvents } from './events-of.ts'
import { FACT_COLUMNS, factOf, rowsOf } from './fact.ts'
import type { Fact, Refusal, Row } from './fact.ts'

/** What lies beside the facts. Without it less is known. */
export type BesideFacts = { relations: string | null; officialPrices: string | null }
/** The texts of the record's files. Only the facts must be there. */
export type RecordFiles = BesideFacts & { facts: string }
/** The same where the facts are too many to be in memory: they come in pieces, again each time they are asked for. */
export type RecordSource = BesideFacts & { pieces: () => AsyncIterable<string> }

/** Namespace of imported ids: the same row is the same report on every deployment. */
const NAMESPACE = '6f1e7a52-5c0e-5d1b-9a57-2f6f4f5f0c11'

/**
 * Maps the public record onto reports, one report a fact. Rows that do not fit are reported with line,
 * column and reason; the others go in. Throws `UnreadableFile` when a file is no such CSV at all.
 */
export function readRecord(
  { facts, ...beside }: RecordFiles,
  atlas: Atlas,
): { drafts: Draft[]; refused: Refusal[] } {
  const rows = rowsOf(facts, FACTS, FACT_COLUMNS)
  const survey = surveyRecord(beside, atlas)
  rows.forEach(survey.add)
  const { refused, reportOf } = survey.done()
  return { drafts: rows.flatMap((row) => reportOf(row) ?? []), refused }
}

/** What a file of facts is called in a sentence. */
export const FACTS = 'The record'

/**
 * Looks at every row of a record before any becomes a report: a fact may belong to an event of which another one tells
 * further on. Of the rows themselves nothing is kept but ids and what brings facts together.
 */
export function surveyRecord({ relations, officialPrices }: BesideFacts, atlas: Atlas) {
  const ceilings = ceilingsOf(officialPrices)
  const places = placesByRecordName(atlas)
  const gathered = gatherEvents()
  const refused: Refusal[] = []
  const seen = new Set<string>()
  const unfit = new Set<number>()

  function misfitOf(fact: Fact): Omit<Refusal, 'line'> | null {
    const body = bodyOf(fact, ceilings.has(fact.id))
    if ('reason' in body) return body
    if (seen.has(fact.id)) return { column: 'id', reason: `“${fact.id}” stands twice in the file` }
    if (!places.has(fact.place))
      return { column: 'place', reason: `“${fact.place}” is not in the gazetteer` }
    return null
  }

  function add(row: Row): void {
    const fact = factOf(row)
    if (Array.isArray(fact)) {
      refused.push(...fact)
      unfit.add(row.line)
      return
    }
    gathered.add(fact)
    const misfit = misfitOf(fact)
    if (misfit === null) seen.add(fact.id)
    else {
      refused.push({ line: row.line, ...misfit })
      unfit.add(row.line)
    }
  }

  /** To be asked once all rows are added. */
  function done() {
    const related = gathered.events(relations)
    refused.push(...related.refused)
    /** The report that a row becomes; null for one that was refused. */
    function reportOf(row: Row): Draft | null {
      if (unfit.has(row.line)) return null
      const fact = factOf(row)
      const place = Array.isArray(fact) ? undefined : places.get(fact.place)
      if (Array.isArray(fact) || place === undefined || !seen.has(fact.id)) throw new ChangedFile()
      const body = bodyOf(fact, ceilings.has(fact.id))
      if ('reason' in body) throw new ChangedFile()
      return draftOf(fact, body, { place, event: related.events.get(fact.id) ?? null, atlas })
    }
    const inOrder = refused.toSorted((a, b) => a.line - b.line)
    return { total: seen.size, refused: inOrder, reportOf }
  }
  return { add, done }
}

/** The rows are not those that were surveyed: somebody wrote to the file meanwhile. */
export class ChangedFile extends OperatorError {
  constructor() {
    super(
      'Somebody wrote to the file while it was read. What is told to be kept is; import it again.',
    )
  }
}

function ceilingsOf(officialPrices: string | null): Set<string> {
  if (officialPrices === null) return new Set()
  const rows = rowsOf(officialPrices, 'official-pump-prices.csv', ['reported_fact_id'])
  return new Set(rows.map(({ row }) => row['reported_fact_id'] ?? ''))
}

function placesByRecordName(atlas: Atlas): Map<string, Place> {
  const names = new Map<string, Place>()
  for (const place of atlas.places.values())
    for (const name of place.recordNames) names.set(name, place)
  return names
}

function draftOf(
  fact: Fact,
  body: ReportBody,
  { place, event, atlas }: { place: Place; event: EventRef | null; atlas: Atlas },
): Draft {
  const when = {
    observedAt: startOf(fact.date),
    observedUntil: fact.date_end === null ? null : endOf(fact.date_end),
    precision: fact.date_precision,
  }
  const isCeiling = body.kind === 'price' && body.market === 'ceiling'
  return {
    id: uuidV5(fact.id, NAMESPACE),
    ...when,
    publishedAt: startOf(
      fact.source_published ?? addDays(isCeiling ? fact.date : observedPeriod(when).to, 1),
    ),
    publishedAssumed: fact.source_published === null,
    position: {
      place: place.id,
      lat: place.lat,
      lon: place.lon,
      precisionMetres: place.precisionMetres,
    },
    corridor: corridorOf(fact, place, atlas),
    source: sourceOf(fact),
    reliability: fact.reliability,
    credibility: fact.credibility,
    review: 'unreviewed',
    sensitivity: 'published',
    event,
    note: fact.note === '' ? null : fact.note,
    body,
    reporter: null,
  }
}

/** The corridor as the record names it; a place on another variant of the same axis says which one. */
function corridorOf({ corridor: name }: Fact, place: Place, atlas: Atlas): CorridorRef | null {
  const named = atlas.corridors.find(({ recordName }) => recordName === name)
  const axis = named?.axis ?? place.axis
  if (!axis) return null
  if (place.leg === null) return { axis, corridor: named?.id ?? null, leg: null }
  const { leg } = place
  const onLeg = atlas.corridors.filter((each) => each.axis === axis && each.legs.includes(leg))
  const corridor = onLeg.find(({ id }) => id === named?.id) ?? onLeg[0]
  return corridor
    ? { axis, corridor: corridor.id, leg }
    : { axis, corridor: named?.id ?? null, leg: null }
}

/** An authority is one that the source's own name says it quotes. */
const AUTHORITY = /ministry|customs figures|government|\b(OMAP|ONAP|DGH)\b/i

function sourceOf(fact: Fact): Source {
  return {
    name: fact.source_name,
    kind: AUTHORITY.test(fact.source_name) ? 'authority' : 'press',
    url: fact.source_url,
    publishedOn: fact.source_published,
  }
}
