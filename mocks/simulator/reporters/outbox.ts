import type { Draft } from '#server/store/store.ts'
import { instantText } from '#mocks/simulator/calendar.ts'
import type { Batch } from '#mocks/simulator/simulation.ts'

/** Reports on their way to the deployment, which takes in every quarter of an hour what has come. */
export type Outbox = {
  /** Sends a report that reaches us at that minute or a little later; what is taken in already cannot be sent. */
  send(draft: Draft, minute: number): void
  /** All that is received up to that minute and was not taken before, oldest first. */
  take(toMinute: number): Batch[]
}

const QUARTER = 15

/** The quarter of an hour at which something that comes at this minute is received. */
export function receivedBy(minute: number): number {
  return Math.ceil(minute / QUARTER) * QUARTER
}

export function makeOutbox(): Outbox {
  /** By quarters of an hour, empty where nothing is on its way. */
  const waiting: (Draft[] | undefined)[] = []
  let next = 0
  return {
    send(draft, minute) {
      const slot = Math.max(next, receivedBy(minute) / QUARTER)
      const others = waiting[slot]
      if (others) others.push(draft)
      else waiting[slot] = [draft]
    },
    take(toMinute) {
      const batches: Batch[] = []
      for (; next * QUARTER <= toMinute; next += 1) {
        const drafts = waiting[next]
        if (!drafts) continue
        waiting[next] = undefined
        batches.push({ receivedAt: instantText(next * QUARTER), drafts })
      }
      return batches
    },
  }
}
