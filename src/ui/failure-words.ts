import { ApiFailure } from '#contract/failure.ts'
import type { Say } from '#i18n/words.ts'

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
      const { title, detail, status } = failure.problem
      return title === ''
        ? say('failure.status', { status })
        : detail
          ? `${title} — ${detail}`
          : title
    }
    case 'off-contract':
      return say('failure.off-contract')
  }
}
