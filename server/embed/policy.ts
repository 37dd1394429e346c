/**
 * What a page in a stranger's frame may do: be framed, use the one style that its hash names, run our script. Hashes and no
 * nonce, because the same page must be the same bytes.
 */
export async function framePolicy(style: string): Promise<string> {
  return [
    "default-src 'none'",
    `style-src ${await styleSource(style)}`,
    "script-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ')
}

/** A style by its hash. Outside of secure contexts there is no digest; there this header goes nowhere either. */
export async function styleSource(text: string): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle
  if (subtle === undefined) return "'unsafe-inline'"
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
}
