import { EventRole } from '#domain/event.ts'
import type { EventRef } from '#domain/event.ts'
import type { Fact, Refusal } from './fact.ts'
import { rowsOf } from './fact.ts'

/** Of a fact, what is remembered of it while others that belong to it may follow. */
type Kin = Pick<Fact, 'id' | 'date'> & { isLow: boolean }

/**
 * Which event each fact belongs to: what `relations.csv` names first, then what the rows themselves show to
 * be one thing. Relations cover tankers and litres only, so casualties of the same attack, the two ends of a
 * price, and the counts of one survey of stations are brought together here. Facts are added one by one, since
 * a file may be longer than memory.
 */
export function gatherEvents() {
  const ids = new Set<string>()
  const incidents = new Map<string, Kin[]>()
  const surveys = new Map<string, Kin[]>()
  const ranges = new Map<string, Kin[]>()

  return {
    add(fact: Fact): void {
      ids.add(fact.id)
      note(incidents, sameIncident(fact), fact)
      note(surveys, sameSurvey(fact), fact)
      note(ranges, sameRange(fact), fact)
    },

    /** The events of all facts that were added. */
    events(relations: string | null): { events: Map<string, EventRef>; refused: Refusal[] } {
      const { events, refused } = namedEvents(relations, ids)
      for (const group of alike(incidents)) joinDetails(group, events, 'incident')
      for (const group of alike(surveys)) joinDetails(group, events, 'stations')
      for (const group of alike(ranges)) joinRange(group, events)
      return { events, refused }
    },
  }
}

function namedEvents(relations: string | null, ids: ReadonlySet<string>) {
  const events = new Map<string, EventRef>()
  const refused: Refusal[] = []
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
  return { events, refused }
}

/** Puts a fact to those that share its key; null keys stand alone. */
function note(groups: Map<string, Kin[]>, key: string | null, { id, date, note: words }: Fact) {
  if (key === null) return
  const kin = { id, date, isLow: /\blow end\b/i.test(words) }
  const group = groups.get(key)
  if (group) group.push(kin)
  else groups.set(key, [kin])
}

/** Groups of two and more. */
function alike(groups: Map<string, Kin[]>): Kin[][] {
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

function joinDetails(group: Kin[], events: Map<string, EventRef>, prefix: string): void {
  const named = group.map(({ id }) => events.get(id)).find((event) => event !== undefined)
  const [first] = group
  const id = named?.id ?? `${prefix}-${first?.date}-${first?.id.split('-').slice(5, 8).join('-')}`
  for (const fact of group) if (!events.has(fact.id)) events.set(fact.id, { id, role: 'detail' })
}

function joinRange(group: Kin[], events: Map<string, EventRef>): void {
  const [first] = group
  for (const { id, isLow } of group)
    if (!events.has(id)) events.set(id, { id: `range-${first?.id}`, role: isLow ? 'low' : 'high' })
}
