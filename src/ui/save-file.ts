import type { Download } from './use-download.ts'

/** Spreadsheets take a CSV without a byte order mark for Latin-1, and spoil every accent. */
const MARK = '\uFEFF'

/** Hands the reader a file made here: a link to an address could save the wrong thing where a worker answers. */
export function saveFile({ content, type, name }: Download): void {
  const parts = type === 'text/csv' ? [MARK, content] : [content]
  const isText = typeof content === 'string'
  const blob = new Blob(parts, { type: isText ? `${type};charset=utf-8` : type })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
