import { downloadReports } from '#api/download.ts'
import { fileStem } from '#domain/data-mode.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { ReportKind } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import type { View } from '#domain/view.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { failureWords } from '#ui/failure-words.ts'
import { useDownload } from '#ui/use-download.ts'
import styles from './reports.module.css'

type Props = {
  view: View
  kind: ReportKind | null
  dataMode: DataMode
  reader: Role
  lang: Lang
  say: Say
}

/** The reports of this very question as files. */
export function Downloads(props: Props) {
  return (
    <p className={styles['downloads']}>
      {props.say('reports.download')}
      <Format {...props} format="csv" />
      <Format {...props} format="geojson" />
    </p>
  )
}

function Format({
  view,
  kind,
  dataMode,
  reader,
  lang,
  say,
  format,
}: Props & { format: 'csv' | 'geojson' }) {
  const { busy, error, start } = useDownload(async () => ({
    ...(await downloadReports(format, { ...view, lang }, kind)),
    name: `${fileStem(dataMode, reader)}-${say('part.reports.file')}.${format}`,
  }))
  return (
    <>
      <Button look="link" disabled={busy} onClick={start}>
        {say(`reports.${format}`)}
      </Button>
      {error !== null && (
        <span role="alert">
          {say('reports.download.failed')} {failureWords(error, say)}
        </span>
      )}
    </>
  )
}
