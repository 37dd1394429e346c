import { useState } from 'react'
import { downloadReports } from '#api/download.ts'
import type { ReportKind } from '#domain/report.ts'
import type { View } from '#domain/view.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { failureWords } from '#ui/failure-words.ts'
import { saveFile } from '#ui/save-file.ts'
import styles from './reports.module.css'

type Props = { view: View; kind: ReportKind | null; lang: Lang; say: Say }

const FORMATS = ['csv', 'geojson'] as const

/** The reports of this very question as files. */
export function Downloads({ view, kind, lang, say }: Props) {
  const [failed, setFailed] = useState<unknown>(null)
  const download = async (format: (typeof FORMATS)[number]) => {
    setFailed(null)
    try {
      const file = await downloadReports(format, { ...view, lang }, kind)
      saveFile(file.text, file.type, `jauge-${say('part.reports.file')}.${format}`)
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <p className={styles['downloads']}>
      {say('reports.download')}
      {FORMATS.map((format) => (
        <Button key={format} look="link" onClick={() => void download(format)}>
          {say(`reports.${format}`)}
        </Button>
      ))}
      {failed !== null && (
        <span role="alert">
          {say('reports.download.failed')} {failureWords(failed, say)}
        </span>
      )}
    </p>
  )
}
