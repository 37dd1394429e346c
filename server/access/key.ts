import type { Instant } from '#domain/time.ts'
import type { AccessKey, AccessStore } from './access-store.ts'
import { randomText, sha256 } from './digest.ts'

const KEY_TEXT = /^jauge_([a-z0-9]{12})_([\w-]{43})$/
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const ID_LENGTH = 12

/** What no secret has as its digest: a key that is not there is compared with it, to take as long as one that is. */
const NO_DIGEST = '0'.repeat(64)

/** A new key: its text, which is shown once and kept nowhere, and what is kept of it. */
export async function makeKey(): Promise<{ text: string; id: string; digest: string }> {
  const id = newId()
  const secret = randomText()
  return { text: `jauge_${id}_${secret}`, id, digest: await sha256(secret) }
}

/** The two parts of a key's text, however it was pasted; null when it is no such text. */
export function parseKey(text: string): { id: string; secret: string } | null {
  const [, id, secret] = KEY_TEXT.exec(text.trim()) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}

/** The key that a text opens with at `now`; null for any text that opens nothing, whatever the reason. */
export async function verifyKey(
  text: string,
  { access, now }: { access: Pick<AccessStore, 'keyOf'>; now: Instant },
): Promise<AccessKey | null> {
  const parts = parseKey(text)
  if (parts === null) return null
  const kept = await access.keyOf(parts.id)
  const isRight = isSameDigest(await sha256(parts.secret), kept?.digest ?? NO_DIGEST)
  if (kept === null || !isRight || !stands(kept, now)) return null
  const { digest: _digest, ...key } = kept
  return key
}

/** True while a key opens something: neither revoked nor expired. */
export function stands(
  { expiresAt, revokedAt }: Pick<AccessKey, 'expiresAt' | 'revokedAt'>,
  now: Instant,
): boolean {
  return revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > Date.parse(now))
}

/** Looks at every letter, so that the time taken does not tell how many of them were right. */
function isSameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return difference === 0
}

function newId(): string {
  let id = ''
  while (id.length < ID_LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // 252 is the last multiple of 36 in a byte: beyond it the first letters would come more often.
    if (byte < 252) id += ID_LETTERS[byte % 36]
  }
  return id
}
