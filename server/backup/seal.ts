import { createHash } from 'node:crypto'

/** The lines of a backup as text, the last of which names all that came before it. */
export async function* sealed(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    yield text
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}
