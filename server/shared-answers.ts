import { tagOf } from './answer.ts'
import type { Answer } from './answer.ts'
import { keeper } from './keep.ts'
import type { KeptBody } from './kept-body.ts'

/** An answer that many are given: with its tag, and with its body as bytes. */
export type SharedAnswer = Answer & { tag: string; kept: KeptBody }

/** Asks for the answer to a question. `question` is all that the answer depends on; `make` is asked when nobody asked before. */
export type Share = (
  question: readonly unknown[],
  make: () => Promise<Answer>,
) => Promise<SharedAnswer>

/**
 * Keeps answers that go to everybody, the most recently asked for, up to about `limitBytes`: each is worked out once, however
 * many ask at once. What fails is not kept, and neither is an answer that says that something is not as it should be.
 */
export function answerKeeper(limitBytes: number): Share {
  const keep = keeper<SharedAnswer>(
    limitBytes,
    // An address may be long, and its answer short.
    ({ kept }, question) => 2 * (kept.bytes.byteLength + question.length) + OVERHEAD_BYTES,
  )
  // Written as JSON: whatever stands in a part of the question, two questions are never one text.
  return (question, make) => keep(JSON.stringify(question), async () => shared(await make()))
}

/** Of the headers, and of the compressed forms' own. */
const OVERHEAD_BYTES = 1024
const toBytes = new TextEncoder()

/** The tag is that of the answer as it came: a text and its bytes are not named alike. */
function shared(answer: Answer): SharedAnswer {
  const { body } = answer
  const tag = answer.tag ?? tagOf(body)
  const bytes = typeof body === 'string' ? toBytes.encode(body) : body
  return { ...answer, body: bytes, tag, kept: { bytes, forms: new Map() } }
}
