import { API, getText } from '#api/client.ts'
import { pathOf, withoutMoment } from '#api/question.ts'
import { fileStem } from '#domain/data-mode.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Metric } from '#domain/series.ts'
import type { View } from '#domain/view.ts'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { failureWords } from '#ui/failure-words.ts'
import { useDownload } from '#ui/use-download.ts'
import styles from './charts.module.css'

type Props = {
  metric: Metric
  view: View
  dataMode: DataMode
  reader: Role
  say: Say
  label: string
}

/** Saves a series as CSV. It is fetched first: a failure can then be told, and the demo's own API can answer. */
export function CsvButton({ metric, view, dataMode, reader, say, label }: Props) {
  const { busy, error, start } = useDownload(async () => {
    const type = 'text/csv'
    const path = pathOf(`${API}/series/${metric}.csv`, withoutMoment(view))
    const content = await getText(path, type, new AbortController().signal)
    return { content, type, name: `${fileStem(dataMode, reader)}-${metric}.csv` }
  })
  return (
    <>
      <Button
        look="chip"
        disabled={busy}
        aria-label={say('charts.csv.what', { what: say(`charts.what.${metric}`) })}
        onClick={start}
      >
        {label}
      </Button>
      {error !== null && (
        <span role="alert" className={styles['failed']}>
          {say('charts.csv.failed', { why: failureWords(error, say) })}
        </span>
      )}
    </>
  )
}
