import type { Vouched } from './access.ts'

/** What a browser has to bring back from the identity provider; each is used once. */
export type Attempt = {
  /** Ties the answer to the browser that asked. */
  state: string
  /** Ties the identity to the attempt. */
  nonce: string
  /** Whoever intercepts the answer cannot use it without (PKCE). */
  verifier: string
}

/** An identity provider, as the rest of the server knows it. */
export type Provider = {
  /** What people call it. */
  name: string
  /** Where the browser is sent. `back` is where it returns to. Throws when the provider cannot be reached. */
  begin: (attempt: Attempt, back: URL) => Promise<URL>
  /**
   * Who came back to `address`. Null when the provider vouches for somebody whom the deployment gives no role. Throws when
   * it does not vouch for anybody.
   */
  finish: (attempt: Attempt, address: URL) => Promise<Vouched | null>
}
