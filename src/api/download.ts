import type { ReportKind } from '#domain/report.ts'
import type { View } from '#domain/view.ts'
import { API, getText } from './client.ts'
import { pathOf } from './question.ts'

const TYPES = { csv: 'text/csv', geojson: 'application/geo+json' } as const

/** Every report of the window as a file, in the language of the view. Throws `ApiFailure`. */
export async function downloadReports(
  format: keyof typeof TYPES,
  view: View,
  kind: ReportKind | null,
): Promise<{ content: string; type: string }> {
  const path = pathOf(`${API}/reports.${format}`, view, kind ? { kind } : {})
  const type = TYPES[format]
  return { content: await getText(path, type, new AbortController().signal), type }
}
