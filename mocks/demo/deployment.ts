import type { Atlas } from '#domain/atlas.ts'
import type { Instant } from '#domain/time.ts'
import { simulate } from '#mocks/simulator/simulate.ts'
import { CLOCK_STARTS } from '#mocks/simulator/simulation.ts'
import { withStations } from '#mocks/simulator/stations.ts'
import type { Scenario } from '#mocks/simulator/scenario.ts'
import { fixedAccess } from '#server/access/access.ts'
import { createApi } from '#server/app.ts'
import type { FrameAddresses } from '#server/embed/addresses.ts'
import type { EmbedParts } from '#server/embed/parts.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { memoryStore } from '#server/store/memory.ts'
import { asAnswered } from './addresses.ts'
import type { DemoRole } from './demo.ts'
import type { Told } from './messages.ts'

type Parts = {
  scenario: Scenario
  seed: number
  /** The real geography. */
  atlas: Atlas
  base: EmbedParts['base']
  /** Address of the script in its frames; null where nothing is built. */
  script: EmbedParts['script']
  addresses: FrameAddresses
  role: DemoRole
  /** Told of an error of the API before it is answered as a 500. */
  report: (error: Error) => void
}

/** A whole deployment over a simulated country: the product's own API, its store, and a clock that can be moved. */
export type Deployment = {
  /** Answers whatever is below the demo's base. */
  answer(request: Request): Promise<Response>
  state(): Told
  setRole(role: DemoRole): void
  /** Lets the country live on for so many simulated seconds, and takes in what is reported meanwhile. */
  liveOn(seconds: number): Promise<void>
}

/** Every place with the stations among them; in the product this is a file of the build. */
const PLACES = '/geo/places.json'

/** Makes the deployment with its history in it. */
export async function deploy({
  scenario,
  seed,
  role,
  report,
  base,
  script,
  addresses,
  ...real
}: Parts): Promise<Deployment> {
  const atlas = withStations(real.atlas, seed)
  const simulation = simulate({ scenario, seed, atlas })
  let asker = role
  let now: Instant = CLOCK_STARTS
  let receivedAt: Instant = now
  let reports = 0
  let version = 0
  const store = memoryStore({ ...PRODUCT_PARTS, now: () => receivedAt })
  const api = createApi({
    store,
    access: fixedAccess(() => asker),
    now: () => now,
    atlas,
    dataMode: 'demo',
    // No pixels: nothing in a page draws as the server does.
    embeds: { base, script, png: null, addresses },
    report,
  })

  async function takeIn(to: Instant): Promise<void> {
    for (const batch of simulation.advance(to)) {
      receivedAt = batch.receivedAt
      const receipts = await store.append(batch.drafts)
      reports += receipts.filter(({ outcome }) => outcome === 'added').length
      version += 1
    }
    // Delays run out and figures age by the hour, also when nothing new came in.
    if (to.slice(0, 13) !== now.slice(0, 13)) version += 1
    now = to
  }

  await takeIn(CLOCK_STARTS)
  return {
    async answer(request) {
      if (new URL(request.url).pathname === PLACES) return placesOf(atlas)
      return api.fetch(new Request(asAnswered(request.url), request))
    },
    state: () => ({ now, reports, version }),
    setRole(next) {
      asker = next
      version += 1
    },
    liveOn: (seconds) => takeIn(new Date(Date.parse(now) + seconds * 1000).toISOString()),
  }
}

function placesOf(atlas: Atlas): Response {
  return Response.json([...atlas.places.values()], { headers: { 'X-Data-Mode': 'demo' } })
}
