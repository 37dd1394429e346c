import { useMutation } from '@tanstack/react-query'
import { API, getText } from '#api/client.ts'
import { pathOf, withoutMoment } from '#api/question.ts'
import type { Metric } from '#domain/series.ts'
import type { View } from '#domain/view.ts'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { failureWords } from '#ui/failure-words.ts'
import styles from './charts.module.css'

type Props = { metric: Metric; view: View; say: Say; label: string }

/** Saves a series as CSV. It is fetched first: a failure can then be told, and the demo's own API can answer. */
export function CsvButton({ metric, view, say, label }: Props) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const path = pathOf(`${API}/series/${metric}.csv`, withoutMoment(view))
      const text = await getText(path, 'text/csv', new AbortController().signal)
      // Spreadsheets take a file without a byte order mark for Latin-1.
      save(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), `jauge-${metric}.csv`)
    },
  })
  return (
    <>
      <Button
        look="chip"
        disabled={isPending}
        aria-label={say('charts.csv.what', { what: say(`charts.what.${metric}`) })}
        onClick={() => mutate()}
      >
        {label}
      </Button>
      {error && (
        <span role="alert" className={styles['failed']}>
          {say('charts.csv.failed', { why: failureWords(error, say) })}
        </span>
      )}
    </>
  )
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers start to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
