import { ApiFailure } from '#contract/failure.ts'
import type { Say } from '#i18n/words.ts'

/** True when the server understood the question and will not answer it, however often it is asked. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof ApiFailure) || error.failure.kind !== 'problem') return false
  const { status } = error.failure.problem
  return status >= 400 && status < 500
}

/** What went wrong, in the reader's words: enough to tell a dead line from a broken server. */
export function failureWords(error: unknown, say: Say): string {
  if (!(error instanceof ApiFailure)) return say('failure.unknown')
  const { failure } = error
  switch (failure.kind) {
    case 'network':
      return say(failure.offline ? 'failure.offline' : 'failure.network')
    case 'timeout':
      return say('failure.timeout', { seconds: failure.seconds })
    case 'problem': {
      const { title, detail, status, parameters = [] } = failure.problem
      if (title === '') return say('failure.status', { status })
      const why = parameters.map(({ name, reason }) => `${name} – ${reason}.`)
      return [detail ? `${title} — ${detail}` : title, ...why].join(' ')
    }
    case 'off-contract':
      return say('failure.off-contract')
    case 'other-data':
      return say(failure.isDemo ? 'failure.simulated' : 'failure.not-simulated')
  }
}
