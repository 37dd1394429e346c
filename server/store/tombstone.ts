import { sha256 } from '#server/access/digest.ts'

/** What is kept of a purged report's id: enough to know it again, too little to learn it from. */
export function tombstoneOf(id: string): Promise<string> {
  return sha256(`jauge purged ${id}`)
}

/** The tombstones of some ids, by id. */
export async function tombstonesOf(ids: Iterable<string>): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(Array.from(new Set(ids), async (id) => [id, await tombstoneOf(id)] as const)),
  )
}
