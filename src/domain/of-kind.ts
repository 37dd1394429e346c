import type { BulletinMetric } from './bulletin.ts'
import { extentOf, knowExtent } from './extent.ts'
import { grouped } from './grouped.ts'
import { once, remember } from './once.ts'
import { chosen, cutOf, joined, knowCut, partsOf, perPart } from './parts.ts'
import type { Report, ReportKind, ReportOf } from './report.ts'

type ByKind = { readonly [Kind in ReportKind]: readonly ReportOf<Kind>[] }

const kindsOf: (reports: readonly Report[]) => ByKind = once((reports) => {
  const cut = cutOf(reports)
  if (cut !== undefined) return cutKinds(kindsOf(cut.whole), cut.isIn)
  const kinds: Record<ReportKind, Report[]> = {
    queue: [],
    price: [],
    convoy: [],
    incident: [],
    bulletin: [],
  }
  for (const report of reports) kinds[report.body.kind].push(report)
  for (const some of Object.values(kinds)) knowExtent(some, extentOf(reports))
  return kinds as ByKind
})

function cutKinds(whole: ByKind, isIn: (report: Report) => boolean): ByKind {
  const cut = <Kind extends ReportKind>(some: readonly ReportOf<Kind>[]) => {
    const found = some.filter(isIn)
    if (found.length === some.length) return some
    knowExtent(found, extentOf(some))
    knowCut(found, { whole: some, isIn })
    return found
  }
  return {
    queue: cut(whole.queue),
    price: cut(whole.price),
    convoy: cut(whole.convoy),
    incident: cut(whole.incident),
    bulletin: cut(whole.bulletin),
  }
}

const byKind = once((reports: readonly Report[]): ByKind => {
  const parts = partsOf(reports).map(kindsOf)
  return {
    queue: joined(parts.map(({ queue }) => queue)),
    price: joined(parts.map(({ price }) => price)),
    convoy: joined(parts.map(({ convoy }) => convoy)),
    incident: joined(parts.map(({ incident }) => incident)),
    bulletin: joined(parts.map(({ bulletin }) => bulletin)),
  }
})

/** The reports of one kind, in their order. */
export function ofKind<Kind extends ReportKind>(
  reports: readonly Report[],
  kind: Kind,
): readonly ReportOf<Kind>[] {
  return byKind(reports)[kind]
}

const NONE: readonly never[] = []

const metricsInParts = perPart((bulletins: readonly ReportOf<'bulletin'>[]) => {
  const metrics = grouped(bulletins, ({ body }) => body.metric)
  for (const some of metrics.values()) knowExtent(some, extentOf(bulletins))
  return metrics
})

/** The bulletins about one thing, in their order. */
export function bulletinsOf(
  reports: readonly Report[],
  metric: BulletinMetric,
): readonly ReportOf<'bulletin'>[] {
  return metricsOf(reports)(metric)
}

const metricsOf = once((reports: readonly Report[]) => {
  const parts = metricsInParts(ofKind(reports, 'bulletin'))
  return remember(METRICS_KEPT, (metric) =>
    joined(parts.map((metrics) => metrics.get(metric) ?? NONE)),
  )
})

/** More than there are. */
const METRICS_KEPT = 64

/** All but queues and prices, in their order: what moves, what stops it, and what is said of both. */
export const flowOf = chosen(({ body }: Report) => body.kind !== 'queue' && body.kind !== 'price')
