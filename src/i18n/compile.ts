import { compileMessage } from '@lingui/message-utils/compileMessage'

/** Turns a catalogue's ICU messages into what Lingui runs, so that no parser is sent to the reader. */
export function compileCatalogue(messages: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, text]) => [id, compileMessage(text)]),
  )
}
