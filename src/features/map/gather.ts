import type { Placed } from '#figures/map/clusters.ts'
import { tankersArrived } from '#figures/map/happening-look.ts'

/** Convoys shown as one mark: the first stands for them all. */
export type Herd = readonly [Placed, ...Placed[]]

/** Nearer than this, in pixels, the marks of convoys cover one another. */
const NEAR = 34
/** As many find room beside one another. */
const APART = 2

/**
 * Brings together convoys that lie too near one another to be told apart at this scale: those that arrived, and apart
 * from them those that nobody counted in. The order stays, so that the newest leads.
 */
export function gathered(
  placed: readonly Placed[],
  project: (at: Placed['spot']) => { x: number; y: number },
): Herd[] {
  const herds: { x: number; y: number; counted: boolean; all: [Placed, ...Placed[]] }[] = []
  for (const each of placed) {
    const { x, y } = project(each.spot)
    const counted = tankersArrived(each.happening) !== null
    const near = herds.find(
      (herd) => herd.counted === counted && Math.hypot(herd.x - x, herd.y - y) < NEAR,
    )
    if (near) near.all.push(each)
    else herds.push({ x, y, counted, all: [each] })
  }
  return herds.flatMap(({ all }) => (all.length > APART ? [all] : all.map((each): Herd => [each])))
}

/** Tankers of all of them, best figures; null where nobody counted any. */
export function herdTankers(herd: readonly Placed[]): number | null {
  const counts = herd.flatMap(({ happening }) => tankersArrived(happening) ?? [])
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}
