import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts what somebody does within a while. */
export type Limit = {
  /** Counts one more. Null while that is not too much; otherwise the seconds until it is not any more. */
  take(who: string): Promise<number | null>
  /** Takes one off again: what succeeded does not count as an attempt. */
  giveBack(who: string): Promise<void>
}

export type Limits = {
  /** Whatever changes something, by client. */
  writes: Limit
  /** Sign-ins that were refused, by client. Nobody guesses a key: this spares the log and the database. */
  refusals: Limit
  /** Entries in the log about a bearer token that does not count: a program asks with it again and again. */
  entries: Limit
}

/** Few addresses serve many phones in Mali, so whoever shares one with a stranger's mistakes waits a minute at most. */
const MINUTE_SECONDS = 60
const WRITES_A_MINUTE = 120
const REFUSALS_A_MINUTE = 10
const ENTRY_EVERY_SECONDS = 3600

/** Counts in the memory of this process: several instances allow each its own share. */
export function makeLimits(): Limits {
  return {
    writes: limit(WRITES_A_MINUTE, MINUTE_SECONDS),
    refusals: limit(REFUSALS_A_MINUTE, MINUTE_SECONDS),
    entries: limit(1, ENTRY_EVERY_SECONDS),
  }
}

function limit(points: number, duration: number): Limit {
  const counter = new RateLimiterMemory({ points, duration })
  return {
    async take(who) {
      try {
        await counter.consume(who)
        return null
      } catch (error) {
        if (error instanceof RateLimiterRes)
          return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
        throw error
      }
    },
    async giveBack(who) {
      await counter.reward(who)
    },
  }
}
