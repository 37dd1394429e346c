import type { Atlas } from '#domain/atlas.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import type { Scenario } from '#mocks/simulator/scenario.ts'
import { makeAuthority } from './authority.ts'
import { makeConvoyWatch } from './convoy-watch.ts'
import { makeCorrections } from './corrections.ts'
import { makeDecisions } from './decisions.ts'
import { makeField } from './field.ts'
import { makeIncidentDesk } from './incidents.ts'
import { makeNewspapers } from './newspapers.ts'
import type { Outbox } from './outbox.ts'
import { makePrinter } from './published.ts'
import { makeSideEvents } from './side-events.ts'

type Parts = {
  country: Country
  atlas: Atlas
  scenario: Scenario
  outbox: Outbox
  dice: (purpose: string) => Dice
}

/** Everybody who reports, each with dice of his own. */
export type Newsroom = { hour(hour: number): void }

const MORNING = 6

export function makeNewsroom({ country, atlas, scenario, outbox, dice }: Parts): Newsroom {
  const corrections = makeCorrections(outbox, dice('corrections'))
  const printer = makePrinter(outbox, dice('printer'))
  const field = makeField({ country, atlas, dice: dice('field'), outbox, corrections })
  const incidents = makeIncidentDesk({
    dice: dice('incidents'),
    outbox,
    printer,
  })
  const watch = makeConvoyWatch({
    country,
    atlas,
    dice: dice('convoy watch'),
    outbox,
    printer,
  })
  const authority = makeAuthority({
    country,
    atlas,
    dice: dice('authority'),
    printer,
  })
  const decisions = makeDecisions({
    country,
    atlas,
    scenario,
    dice: dice('decisions'),
    printer,
  })
  const newspapers = makeNewspapers({
    country,
    atlas,
    dice: dice('newspapers'),
    outbox,
    printer,
  })
  const sideEvents = makeSideEvents({ country, atlas, dice: dice('side events'), printer })

  return {
    hour(hour) {
      const day = Math.floor(hour / 24)
      for (const event of country.events) {
        if (event.kind === 'attack') incidents.attacked(event)
        else watch.heard(event)
      }
      watch.hour(hour)
      field.hour(hour)
      if (hour % 24 === MORNING) {
        authority.morning(day)
        decisions.morning(day)
        newspapers.morning(day)
        sideEvents.morning(day)
        watch.morning(day)
      }
      if (hour % 24 === 23) field.endDay(day)
    },
  }
}
