import type { Draft } from '#server/store/store.ts'
import { instantText } from '#mocks/simulator/calendar.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { figure, inRoundHours, inRoundNumbers } from './figures.ts'
import { receivedBy } from './outbox.ts'
import type { Outbox } from './outbox.ts'
import type { Reporter } from './people.ts'

/** What is said again differently: the same report under the same id, with other content. */
export type Corrections = {
  /** Perhaps has a report put right, confirmed, doubted or taken back, hours or days after it reached us. */
  consider(draft: Draft, reporter: Reporter, reachedUs: number): void
}

const CORRECTED = 0.018
const REVIEWED = 0.03

export function makeCorrections(outbox: Outbox, dice: Dice): Corrections {
  function sendLater(draft: Draft, after: number): void {
    const minute = receivedBy(after)
    outbox.send({ ...draft, publishedAt: instantText(minute) }, minute)
  }

  return {
    consider(draft, reporter, reachedUs) {
      const luck = dice.unit()
      if (luck < CORRECTED) {
        sendLater({ ...draft, body: corrected(draft.body, dice) }, reachedUs + 20 + dice.below(600))
      } else if (luck < CORRECTED + REVIEWED) {
        sendLater(reviewed(draft, reporter, dice), reachedUs + 180 + dice.below(5_000))
      }
    },
  }
}

/** A slip of the hand put right: half the number, double, a digit too many. */
function corrected(body: Draft['body'], dice: Dice): Draft['body'] {
  const factor = dice.pick([0.5, 0.5, 2, 0.1, 1.5])
  if (body.kind === 'price' && body.amount !== null) {
    const amount = Math.max(25, Math.round((body.amount * (1 + 0.2 * dice.bell())) / 25) * 25)
    return { ...body, amount }
  }
  if (body.kind !== 'queue') return body
  const wait = body.waitHours?.best ?? null
  const vehicles = body.vehicles?.best ?? null
  if (wait !== null) return { ...body, waitHours: figure(inRoundHours(wait * factor)) }
  if (vehicles !== null) return { ...body, vehicles: figure(inRoundNumbers(vehicles * factor)) }
  if (body.availability === 'out_of_stock') {
    return { ...body, availability: 'low', facility: 'open', daysDry: null }
  }
  return { ...body, queueSeen: body.queueSeen === null ? true : !body.queueSeen }
}

/** An analyst has looked at it: a second witness, a doubt, or a report that was none. */
function reviewed(draft: Draft, { careless }: Reporter, dice: Dice): Draft {
  if (dice.chance(careless * 4)) return { ...draft, review: 'retracted', credibility: 5 }
  if (dice.chance(0.2)) return { ...draft, review: 'disputed', credibility: 4 }
  return { ...draft, review: 'confirmed', credibility: 1 }
}
