import type { RequestListener } from 'node:http'
import { json, text } from 'node:stream/consumers'
import type { Atlas } from '#domain/atlas.ts'
import { importListener } from './import-socket.ts'
import { OperatorCommand, Outcome, perform } from './operator-command.ts'
import type { Powers } from './operator-command.ts'
import { OperatorError } from './operator-error.ts'
import { postTo } from './socket.ts'

/** Answers on the folder's socket, which only the server's own user can reach: imports, and what an operator asks for. */
export function commandListener(parts: Powers & { atlas: Atlas }): RequestListener {
  const takeIn = importListener(parts)
  return async function obey(asked, response) {
    if (asked.method !== 'POST' || asked.url !== '/command') return takeIn(asked, response)
    try {
      const command = OperatorCommand.parse(JSON.parse(await text(asked)))
      const outcome = await perform(command, parts)
      response.writeHead(200, { 'content-type': 'application/json' })
      return response.end(JSON.stringify(outcome))
    } catch (error) {
      console.error(`A command over the socket failed: ${String(error)}`)
      // The caller gets no outcome, and says so.
      return response.destroy()
    }
  }
}

/** Has the server behind a socket do it. */
export async function performThrough(path: string, command: OperatorCommand): Promise<Outcome> {
  try {
    return Outcome.parse(await json(await postTo(path, '/command', JSON.stringify(command))))
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      'The server ended, or failed, before it said that this was done. See its log, and ask again: what was done already is not done twice.',
      1,
      { cause: error },
    )
  }
}
