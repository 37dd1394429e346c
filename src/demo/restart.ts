import type { Asked } from './asked.ts'

/** The address of another demo, with all else that it asks for: the reader keeps the view, the role and the language. */
export function withDemo(address: URL, { scenario, seed }: Pick<Asked, 'scenario' | 'seed'>): URL {
  const next = new URL(address)
  next.searchParams.set('scenario', scenario)
  next.searchParams.set('seed', String(seed))
  return next
}

/** Leaves this simulated deployment for another one: its history has to be made anew. */
export function restart(asked: Pick<Asked, 'scenario' | 'seed'>): void {
  location.assign(withDemo(new URL(location.href), asked))
}
