import { extentOf, knowExtent } from './extent.ts'
import type { Extent } from './extent.ts'
import { lazyList } from './lazy-list.ts'
import { once } from './once.ts'
import type { Report } from './report.ts'

/**
 * A list of reports may be made of parts that outlive it: of a year in memory, what comes in changes this week's part
 * and no other. What is worked out part by part is then worked out anew for that one alone. How a list is split never
 * changes an answer, and a list that nobody split is one part.
 */
const PARTS = new WeakMap<readonly Report[], readonly (readonly Report[])[]>()

/**
 * One list of all that is in the lists, in their order; their parts are its parts. The parts are laid end to end only
 * once somebody reads the list itself.
 */
export function joined<Item extends Report>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const told = lists.filter((list) => list.length > 0)
  const [only] = told
  if (only !== undefined && told.length === 1) return only
  const parts: (readonly Item[])[] = []
  for (const some of told) parts.push(...partsOf(some))
  const length = told.reduce((total, some) => total + some.length, 0)
  const list = lazyList<Item>(length, (items) => {
    // By hand: `flat` takes ten times as long.
    for (const part of parts) for (const report of part) items.push(report)
  })
  PARTS.set(list, parts)
  return list
}

export function partsOf<Item extends Report>(list: readonly Item[]): readonly (readonly Item[])[] {
  // What was joined of items is split into lists of the same items.
  return (PARTS.get(list) as readonly (readonly Item[])[] | undefined) ?? [list]
}

/** One list of all that is in the lists, each report once: for lists that may share some. */
export function eachOnce<Item extends Report>(
  lists: readonly (readonly Item[])[],
): readonly Item[] {
  const all = new Set<Item>()
  for (const list of lists) for (const report of list) all.add(report)
  return [...all]
}

/** A pure function of a list that is worked out for each of its parts, and once for each. */
export function perPart<Item extends Report, Result>(
  work: (part: readonly Item[]) => Result,
): (list: readonly Item[]) => Result[] {
  const workOnce = once(work)
  return (list) => partsOf(list).map(workOnce)
}

/**
 * Groups of reports by a key, worked out part by part. A group that lies in one part stays the same group, so that what
 * is worked out of it is kept too; one that lies in several is brought together by `merge`, and stays the same while
 * none of these parts is another.
 */
export function groupsPerPart<Item extends Report, Group extends object>(
  work: (part: readonly Item[]) => ReadonlyMap<string, Group>,
  merge: (a: Group, b: Group) => Group,
): (list: readonly Item[]) => Group[] {
  const inParts = perPart(work)
  const mergedWith = once((a: Group) => once((b: Group) => merge(a, b)))
  return (list) => {
    const groups = new Map<string, Group>()
    for (const part of inParts(list))
      for (const [key, group] of part) {
        const before = groups.get(key)
        groups.set(key, before === undefined ? group : mergedWith(before)(group))
      }
    return [...groups.values()]
  }
}

/** What a part was cut out of, in whose order it is, and which reports of that are in it. */
export type Cut<Item extends Report> = {
  whole: readonly Item[]
  isIn: (report: Item) => boolean
}

const CUTS = new WeakMap<readonly Report[], Cut<Report>>()

/**
 * Says that a list is a cut, such as a week up to one of its days: what is known of the whole week need then not be worked
 * out of its reports again.
 */
export function knowCut<Item extends Report>(list: readonly Item[], cut: Cut<Item>): void {
  // Told of items alone.
  CUTS.set(list, cut as unknown as Cut<Report>)
}

/** How a list was cut; undefined of one that was not. */
export function cutOf<Item extends Report>(list: readonly Item[]): Cut<Item> | undefined {
  // Items were cut out of items.
  return CUTS.get(list) as Cut<Item> | undefined
}

/** How much of a part a choice takes, as far as the part's times tell; null where each report must be looked at. */
export type Reach = (extent: Extent) => 'all' | 'none' | null

const NONE: readonly never[] = []

/**
 * A choice among reports that looks at one report at a time; the same list for the same list. A choice by time tells its
 * `reach`: where it takes all of a part or none of it, no report of that part is looked at.
 */
export function chosen<Item extends Report, Chosen extends Item = Item>(
  isChosen: ((report: Item) => report is Chosen) | ((report: Item) => boolean),
  reach: Reach | null = null,
): (list: readonly Item[]) => readonly Chosen[] {
  const inPart = once((part: readonly Item[]): readonly Chosen[] => {
    const extent = extentOf(part)
    const taken = extent && reach && reach(extent)
    if (taken === 'none') return NONE
    if (taken === 'all') return part as readonly Chosen[]
    const found = part.filter((report): report is Chosen => isChosen(report))
    // A part that is all chosen is the same part still.
    if (found.length === part.length) return part as readonly Chosen[]
    knowExtent(found, extent)
    if (reach !== null) knowCut(found, { whole: part, isIn: isChosen })
    return found
  })
  return once((list) => {
    const parts = partsOf(list)
    const found = parts.map(inPart)
    const isAll = parts.every((part, index) => part.length === found[index]?.length)
    return isAll ? (list as readonly Chosen[]) : joined(found)
  })
}

/** Those parts of a list, each whole, whose times fit; the same list where all of them do. */
export function wholeParts<Item extends Report>(
  list: readonly Item[],
  fits: (extent: Extent) => boolean,
): readonly Item[] {
  const parts = partsOf(list)
  const found = parts.filter((part) => {
    const extent = extentOf(part)
    return extent !== null && fits(extent)
  })
  return found.length === parts.length ? list : joined(found)
}
