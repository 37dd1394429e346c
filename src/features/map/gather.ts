import type { Placed } from '#figures/map/clusters.ts'
import { tankersArrived } from '#figures/map/happening-look.ts'

/** Convoys shown as one mark: the first stands for them all. */
export type Herd = readonly [Placed, ...Placed[]]

/** Nearer than this, in pixels, the marks of convoys cover one another. */
const NEAR = 34
/** As many find room beside one another. */
const APART = 2

const AROUND = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))

/**
 * Brings together convoys that lie too near one another to be told apart at this scale: those that arrived, and apart
 * from them those that nobody counted in. The order stays, so that the newest leads.
 */
export function gathered(
  placed: readonly Placed[],
  project: (at: Placed['spot']) => { x: number; y: number },
): Herd[] {
  type Gathered = { x: number; y: number; nth: number; all: [Placed, ...Placed[]] }
  const herds: Gathered[] = []
  const cells = new Map<string, Gathered[]>()
  for (const each of placed) {
    const { x, y } = project(each.spot)
    const counted = tankersArrived(each.happening) !== null
    const [column, row] = [Math.floor(x / NEAR), Math.floor(y / NEAR)]
    // Nothing nearer lies further off than in the cells around; of several, the first leads.
    const near = AROUND.flatMap(
      ([across, down]) => cells.get(`${column + across} ${row + down} ${counted}`) ?? [],
    )
      .filter((herd) => Math.hypot(herd.x - x, herd.y - y) < NEAR)
      .toSorted((a, b) => a.nth - b.nth)[0]
    if (near) {
      near.all.push(each)
      continue
    }
    const herd: Gathered = { x, y, nth: herds.length, all: [each] }
    herds.push(herd)
    const key = `${column} ${row} ${counted}`
    cells.set(key, [...(cells.get(key) ?? []), herd])
  }
  return herds.flatMap(({ all }) => (all.length > APART ? [all] : all.map((each): Herd => [each])))
}

/** Tankers of all of them, best figures; null where nobody counted any. */
export function herdTankers(herd: readonly Placed[]): number | null {
  const counts = herd.flatMap(({ happening }) => tankersArrived(happening) ?? [])
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}
