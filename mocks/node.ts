import { setupServer } from 'msw/node'
import type { SetupServer } from 'msw/node'
import type { HttpResponse } from 'msw'
import { apiOver } from './api-over.ts'
import { apiHandlers, brokenLine, fixedAnswer, refusesOnce, silence } from './handlers.ts'

/** One for the whole test run; each test gives it the app it wants. */
export const server: SetupServer = setupServer()

/** Answers this test's requests from a store of its own: `await answerFrom('record')`. */
export async function answerFrom(...parts: Parameters<typeof apiOver>): ReturnType<typeof apiOver> {
  const made = await apiOver(...parts)
  server.use(...apiHandlers(made.api))
  return made
}

/** The next request fails; the one after it is answered again. */
export function failOnce(path: string, status: number): void {
  server.use(refusesOnce(path, status))
}

export function neverAnswers(path: string): void {
  server.use(silence(path))
}

/** No line at all until the test ends. */
export function isUnreachable(path: string): void {
  server.use(brokenLine(path))
}

export function answers(path: string, json: Parameters<typeof HttpResponse.json>[0]): void {
  server.use(fixedAnswer(path, json))
}
