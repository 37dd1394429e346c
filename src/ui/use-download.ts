import { useState } from 'react'
import { saveFile } from './save-file.ts'

export type Download = { content: string | Blob; type: string; name: string }

/** Fetches a file and hands it to the reader: whether it is under way, and why it failed if it did. */
export function useDownload(fetchFile: () => Promise<Download>): {
  busy: boolean
  error: unknown
  start: () => void
} {
  const [{ busy, error }, setState] = useState<{ busy: boolean; error: unknown }>({
    busy: false,
    error: null,
  })
  const download = async () => {
    setState({ busy: true, error: null })
    try {
      saveFile(await fetchFile())
      setState({ busy: false, error: null })
    } catch (failure) {
      setState({ busy: false, error: failure })
    }
  }
  return { busy, error, start: () => void download() }
}
