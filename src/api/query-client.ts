import { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '#contract/failure.ts'
import { onAsker } from './asker.ts'

const MINUTE_MS = 60_000

/**
 * One cache for the whole page. On a bad line an answer is kept long, and asked for anew only when it may have changed. What
 * one asker was told is gone before the next one asks.
 */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2 * MINUTE_MS,
        gcTime: 60 * MINUTE_MS,
        // Offline is a failure that we name, not a wait without end.
        networkMode: 'always',
        retry: (count, error) => count < 2 && mayHeal(error),
      },
    },
  })
  onAsker(() => client.clear())
  return client
}

/** A refusal or an answer off contract comes back the same; a dead line may not. */
function mayHeal(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false
  const { failure } = error
  return failure.kind === 'network' || failure.kind === 'timeout'
    ? true
    : failure.kind === 'problem' && failure.problem.status >= 500
}
