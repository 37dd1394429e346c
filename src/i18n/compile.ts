import { compileMessage } from '@lingui/message-utils/compileMessage'

/**
 * Turns a catalogue's ICU messages into what Lingui runs, so that no parser is sent to the reader. Throws on a message that
 * does not parse: Lingui itself only warns, and would show the reader the braces.
 */
export function compileCatalogue(messages: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, text]) => {
      const compiled = compileMessage(text)
      if (compiled.length === 1 && compiled[0] === text && /[{}]/.test(text)) {
        throw new Error(`The message ${id} is not valid ICU: ${text}`)
      }
      return [id, compiled]
    }),
  )
}
