/** A body that many are given, and what it was compressed to, by the name of the coding: made for whoever asks first. */
export type KeptBody = {
  bytes: Uint8Array<ArrayBuffer>
  forms: Map<string, Promise<Uint8Array<ArrayBuffer>>>
}

const bodies = new WeakMap<Response, KeptBody>()

/** Says that the body of this response is a kept one. */
export function rememberBody(response: Response, kept: KeptBody): void {
  bodies.set(response, kept)
}

/** The kept body that a response is sent with; null where the body is its asker's alone. */
export function keptBodyOf(response: Response): KeptBody | null {
  return bodies.get(response) ?? null
}
