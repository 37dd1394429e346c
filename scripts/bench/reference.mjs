import { Hono } from 'hono'
import { median, samples } from './samples.mjs'

/**
 * What this machine needs, in this very run, for work that never changes: integers only, so that it is the same
 * everywhere. Times alone mean little on a shared machine; their ratio to this means something.
 */
export async function reference() {
  const loop = await samples(
    () => {
      let state = 1
      for (let round = 0; round < 2_000_000; round += 1)
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
      return state
    },
    { warmUps: 5, runs: 50 },
  )
  const app = new Hono()
  app.get('/', (context) => context.json({ ok: true }))
  const empty = await samples(async () => (await app.fetch(new Request('http://bench/'))).text(), {
    warmUps: 200,
    runs: 500,
  })
  return { loopMs: median(loop), emptyRouteMs: median(empty) }
}
