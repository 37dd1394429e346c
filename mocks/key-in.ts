import type { AccessStore, NewKey } from '#server/access/access-store.ts'
import { makeKey } from '#server/access/key.ts'

/** Makes a key in the store, as an operator would, and gives its text. */
export async function keyIn(
  store: AccessStore,
  { role = 'partner', label = 'Test', expiresAt = null }: Partial<NewKey> = {},
): Promise<{ text: string; id: string }> {
  const { text, id, digest } = await makeKey()
  await store.addKey({ id, label, role, expiresAt, digest }, 'test')
  return { text, id }
}
