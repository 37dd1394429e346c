import { useState } from 'react'

/** What came of copying a text: it is in the clipboard, or it stands selected for the reader to copy. */
export type Copied = { outcome: 'copied' | 'selected'; what: string; text: string } | null

type Copy = (what: string, text: string, shown: () => HTMLElement | null) => void

/** Copies a text in one click. Where the clipboard is refused, it selects `shown`, in which the same text stands. */
export function useCopy(): { copied: Copied; copy: Copy } {
  const [copied, setCopied] = useState<Copied>(null)
  async function take(...[what, text, shown]: Parameters<Copy>): Promise<void> {
    // Emptied first: a copy of the same text is told again.
    setCopied(null)
    try {
      await navigator.clipboard.writeText(text)
      setCopied({ outcome: 'copied', what, text })
    } catch {
      // No clipboard here: not over HTTPS, or the reader's browser said no.
      select(shown())
      setCopied({ outcome: 'selected', what, text })
    }
  }
  return { copied, copy: (...parts) => void take(...parts) }
}

function select(element: HTMLElement | null): void {
  if (element === null) return
  element.focus()
  if (element instanceof HTMLTextAreaElement) element.select()
  else getSelection()?.selectAllChildren(element)
}
