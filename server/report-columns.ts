import type { Atlas } from '#domain/atlas.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Place } from '#domain/place.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { csvOf } from './csv.ts'
import type { Cell, Column } from './csv.ts'
import { dataModeColumn } from './data-mode-column.ts'
import { quantitiesOf } from './report-quantities.ts'
import type { Quantity } from './report-quantities.ts'

type Placed = { report: Report; place: Place | null }
type Row = Placed & { quantity: Quantity | null }

/** Names of places, and whether what is told is real. */
type Telling = { atlas: Atlas; dataMode: DataMode }

/** What every report has, whatever its kind. Names are stable English: programs depend on them. */
const ENVELOPE: Column<Placed>[] = [
  { name: 'id', of: ({ report }) => report.id },
  { name: 'revision', of: ({ report }) => report.revision },
  { name: 'kind', of: ({ report }) => report.body.kind },
  { name: 'observed_from', of: ({ report }) => observedPeriod(report).from },
  { name: 'observed_to', of: ({ report }) => observedPeriod(report).to },
  { name: 'observed_at', of: ({ report }) => report.observedAt },
  { name: 'precision', of: ({ report }) => report.precision },
  { name: 'published_at', of: ({ report }) => report.publishedAt },
  { name: 'published_assumed', of: ({ report }) => report.publishedAssumed },
  { name: 'received_at', of: ({ report }) => report.receivedAt },
  { name: 'place', of: ({ report }) => report.position?.place ?? null },
  { name: 'place_name', of: ({ place }) => place?.name ?? null },
  { name: 'country', of: ({ place }) => place?.country ?? null },
  { name: 'admin1', of: ({ place }) => place?.admin1 ?? null },
  { name: 'admin1_pcode', of: ({ place }) => place?.admin1Pcode ?? null },
  { name: 'pcode', of: ({ place }) => place?.pcode ?? null },
  { name: 'lat', of: ({ report }) => report.position?.lat ?? null },
  { name: 'lon', of: ({ report }) => report.position?.lon ?? null },
  { name: 'precision_m', of: ({ report }) => report.position?.precisionMetres ?? null },
  { name: 'axis', of: ({ report }) => report.corridor?.axis ?? null },
  { name: 'corridor', of: ({ report }) => report.corridor?.corridor ?? null },
  { name: 'leg', of: ({ report }) => report.corridor?.leg ?? null },
  { name: 'product', of: ({ report: { body } }) => ('product' in body ? body.product : null) },
  { name: 'market', of: ({ report: { body } }) => (body.kind === 'price' ? body.market : null) },
  { name: 'convoy', of: ({ report: { body } }) => (body.kind === 'convoy' ? body.convoy : null) },
  {
    name: 'convoy_stage',
    of: ({ report: { body } }) => (body.kind === 'convoy' ? body.stage : null),
  },
  {
    name: 'incident_type',
    of: ({ report: { body } }) => (body.kind === 'incident' ? body.type : null),
  },
]

const QUANTITY: Column<Row>[] = [
  { name: 'quantity', of: ({ quantity }) => quantity?.name ?? null },
  { name: 'low', of: ({ quantity }) => end(quantity, 'low') },
  { name: 'best', of: ({ quantity }) => end(quantity, 'best') },
  { name: 'high', of: ({ quantity }) => end(quantity, 'high') },
  { name: 'value_text', of: ({ quantity }) => word(quantity) },
  { name: 'unit', of: ({ quantity }) => quantity?.unit ?? null },
  { name: 'currency', of: ({ quantity }) => quantity?.currency ?? null },
  { name: 'derived', of: ({ quantity }) => quantity?.isDerived ?? null },
]

const PROVENANCE: Column<Placed>[] = [
  { name: 'reliability', of: ({ report }) => report.reliability },
  { name: 'credibility', of: ({ report }) => report.credibility },
  { name: 'review', of: ({ report }) => report.review },
  { name: 'event', of: ({ report }) => report.event?.id ?? null },
  { name: 'event_role', of: ({ report }) => report.event?.role ?? null },
  { name: 'source_name', of: ({ report }) => report.source.name },
  { name: 'source_kind', of: ({ report }) => report.source.kind },
  { name: 'source_url', of: ({ report }) => report.source.url },
  { name: 'source_published', of: ({ report }) => report.source.publishedOn },
  { name: 'note', of: ({ report }) => report.note },
]

function end(quantity: Quantity | null, which: 'low' | 'best' | 'high'): number | null {
  return quantity !== null && typeof quantity.value === 'object' ? quantity.value[which] : null
}

function word(quantity: Quantity | null): Cell {
  return quantity === null || typeof quantity.value === 'object' ? null : quantity.value
}

function placed(report: Report, atlas: Atlas): Placed {
  const id = report.position?.place ?? null
  return { report, place: id === null ? null : (atlas.places.get(id) ?? null) }
}

/** One row a quantity, so that nothing a report says is lost; a report that gives none still has its row. */
export function reportsCsv(
  reports: readonly Report[],
  { atlas, dataMode }: Telling,
  options: Parameters<typeof csvOf>[2],
): string {
  const rows = reports.flatMap((report) => {
    const quantities: (Quantity | null)[] = quantitiesOf(report.body)
    return (quantities.length > 0 ? quantities : [null]).map((quantity) => ({
      ...placed(report, atlas),
      quantity,
    }))
  })
  const columns = [...ENVELOPE, ...QUANTITY, ...PROVENANCE, dataModeColumn(dataMode)]
  return csvOf<Row>(columns, rows, options)
}

/** The same of one report, flat, for a map program: `wait_hours`, `wait_hours_low` and `wait_hours_high`. */
export function reportProperties(
  report: Report,
  { atlas, dataMode }: Telling,
): Record<string, Cell> {
  const row = placed(report, atlas)
  const flat = Object.fromEntries(
    [...ENVELOPE, ...PROVENANCE, dataModeColumn(dataMode)].map(({ name, of }) => [name, of(row)]),
  )
  for (const { name, value } of quantitiesOf(report.body)) {
    if (typeof value !== 'object') flat[name] = value
    else
      Object.assign(flat, {
        [name]: value.best,
        [`${name}_low`]: value.low,
        [`${name}_high`]: value.high,
      })
  }
  return flat
}
