/** Runs `work` until it is warm, then `runs` times. Gives each run's milliseconds, sorted. */
export async function samples(work, { warmUps, runs }) {
  for (let round = 0; round < warmUps; round += 1) await work(round)
  const times = []
  for (let round = 0; round < runs; round += 1) {
    const begun = performance.now()
    await work(warmUps + round)
    times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)
}

/** The value below which `share` (0–1) of the sorted samples lie. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = (sorted) => quantile(sorted, 0.5)

/** Milliseconds of one run, and what it gave. */
export async function timed(work) {
  const begun = performance.now()
  const result = await work()
  return { ms: performance.now() - begun, result }
}
