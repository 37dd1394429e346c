import type { Bounds } from './revision.ts'

export const NOWHERE: Bounds = {
  visibleBy: -Infinity,
  receivedBy: -Infinity,
  publishedBy: -Infinity,
}

export function further(a: Bounds, b: Bounds): Bounds {
  return {
    visibleBy: Math.max(a.visibleBy, b.visibleBy),
    receivedBy: Math.max(a.receivedBy, b.receivedBy),
    publishedBy: Math.max(a.publishedBy, b.publishedBy),
  }
}

/** True when what reaches so far is within the bounds. */
export function lies(reach: Bounds, bounds: Bounds): boolean {
  return (
    reach.visibleBy <= bounds.visibleBy &&
    reach.receivedBy <= bounds.receivedBy &&
    reach.publishedBy <= bounds.publishedBy
  )
}

type Moments = { visibleFrom: Date | null; receivedAt: Date; publishedAt: Date }

/** Within which bounds a copy is seen; a copy that the role never sees, within none. */
export function reachOf({ visibleFrom, receivedAt, publishedAt }: Moments): Bounds {
  return {
    visibleBy: visibleFrom?.getTime() ?? Infinity,
    receivedBy: receivedAt.getTime(),
    publishedBy: publishedAt.getTime(),
  }
}
