import { v5 as uuidV5 } from 'uuid'
import type { Atlas } from '#domain/atlas.ts'
import type { CorridorRef } from '#domain/corridor.ts'
import type { EventRef } from '#domain/event.ts'
import type { Place } from '#domain/place.ts'
import { observedPeriod } from '#domain/report.ts'
import type { ReportBody } from '#domain/report.ts'
import type { Source } from '#domain/source.ts'
import { addDays, endOf, startOf } from '#domain/time.ts'
import type { Draft } from '#server/store/store.ts'
import { bodyOf } from './body-of.ts'
import { eventsOf } from './events-of.ts'
import { factsOf, rowsOf } from './fact.ts'
import type { Fact, Refusal } from './fact.ts'

/** The texts of the record's files. Only the facts must be there; without the others less is known. */
export type RecordFiles = { facts: string; relations: string | null; officialPrices: string | null }

/** Namespace of imported ids: the same row is the same report on every deployment. */
const NAMESPACE = '6f1e7a52-5c0e-5d1b-9a57-2f6f4f5f0c11'

/**
 * Maps the public record onto reports, one report a fact. Rows that do not fit are reported with line,
 * column and reason; the others go in. Throws `UnreadableFile` when a file is no such CSV at all.
 */
export function readRecord(
  files: RecordFiles,
  atlas: Atlas,
): { drafts: Draft[]; refused: Refusal[] } {
  const { facts, refused } = factsOf(files.facts)
  const ceilings = ceilingsOf(files.officialPrices)
  const related = eventsOf(
    facts.map(({ fact }) => fact),
    files.relations,
  )
  const places = placesByRecordName(atlas)
  const seen = new Set<string>()
  const drafts: Draft[] = []
  refused.push(...related.refused)
  for (const { line, fact } of facts) {
    const body = bodyOf(fact, ceilings.has(fact.id))
    const place = places.get(fact.place)
    if ('reason' in body) refused.push({ line, ...body })
    else if (seen.has(fact.id))
      refused.push({ line, column: 'id', reason: `“${fact.id}” stands twice in the file` })
    else if (!place)
      refused.push({ line, column: 'place', reason: `“${fact.place}” is not in the gazetteer` })
    else {
      seen.add(fact.id)
      drafts.push(draftOf(fact, body, { place, event: related.events.get(fact.id) ?? null, atlas }))
    }
  }
  return { drafts, refused: refused.toSorted((a, b) => a.line - b.line) }
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
