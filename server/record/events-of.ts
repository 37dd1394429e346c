import { EventRole } from '#domain/event.ts'
import type { EventRef } from '#domain/event.ts'
import type { Fact, Refusal } from './fact.ts'
import { rowsOf } from './fact.ts'

/**
 * Which event each fact belongs to: what `relations.csv` names first, then what the rows themselves show to
 * be one thing. Relations cover tankers and litres only, so casualties of the same attack, the two ends of a
 * price, and the counts of one survey of stations are brought together here.
 */
export function eventsOf(
  facts: readonly Fact[],
  relations: string | null,
): { events: Map<string, EventRef>; refused: Refusal[] } {
  const events = new Map<string, EventRef>()
  const refused: Refusal[] = []
  const ids = new Set(facts.map(({ id }) => id))
  for (const { line, row } of relations === null
    ? []
    : rowsOf(relations, 'relations.csv', ['event', 'role', 'fact_id'])) {
    const role = EventRole.safeParse(row['role'])
    if (!role.success)
      refused.push({ line, column: 'role', reason: `“${row['role']}” is no role (relations.csv)` })
    else if (!ids.has(row['fact_id'] ?? '')) {
      refused.push({
        line,
        column: 'fact_id',
        reason: `“${row['fact_id']}” is not in the record (relations.csv)`,
      })
    } else events.set(row['fact_id'] ?? '', { id: row['event'] ?? '', role: role.data })
  }
  for (const group of alike(facts, sameIncident)) joinDetails(group, events, 'incident')
  for (const group of alike(facts, sameSurvey)) joinDetails(group, events, 'stations')
  for (const group of alike(facts, sameRange)) joinRange(group, events)
  return { events, refused }
}

/** Facts in groups of two and more that share a key; null keys stand alone. */
function alike(facts: readonly Fact[], keyOf: (fact: Fact) => string | null): Fact[][] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Reports of one place on one day, dated to the day, are of one incident. */
function sameIncident(fact: Fact): string | null {
  const isCountry = fact.place.includes('(national)')
  return fact.kind === 'incident' && fact.date_precision === 'day' && !isCountry
    ? `${fact.date} ${fact.place}`
    : null
}

/** "4 of about 20 stations" is noted as three rows. */
function sameSurvey(fact: Fact): string | null {
  return /^stations_(open|total|open_share)$/.test(fact.metric)
    ? `${fact.date} ${fact.place}`
    : null
}

/** A range in a text is noted as two rows whose notes say which end they are. */
function sameRange(fact: Fact): string | null {
  if (!/\b(low|high) end\b/i.test(fact.note)) return null
  const { date, place, metric, unit, product, market, source_url } = fact
  return [date, place, metric, unit, product, market, source_url].join(' ')
}

function joinDetails(group: Fact[], events: Map<string, EventRef>, prefix: string): void {
  const named = group.map(({ id }) => events.get(id)).find((event) => event !== undefined)
  const [first] = group
  const id = named?.id ?? `${prefix}-${first?.date}-${first?.id.split('-').slice(5, 8).join('-')}`
  for (const fact of group) if (!events.has(fact.id)) events.set(fact.id, { id, role: 'detail' })
}

function joinRange(group: Fact[], events: Map<string, EventRef>): void {
  const [first] = group
  for (const fact of group) {
    const role = /\blow end\b/i.test(fact.note) ? 'low' : 'high'
    if (!events.has(fact.id)) events.set(fact.id, { id: `range-${first?.id}`, role })
  }
}
