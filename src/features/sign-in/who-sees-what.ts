/** The rows of the policy, in the order in which docs/disclosure.md gives them, and which phrase tells each role its part. */
export const WHO_SEES_WHAT = [
  ['published', 'all', 'all'],
  ['forward-looking', 'after-48h', 'after-48h'],
  ['convoy-moving', 'never', 'banded-6h'],
  ['convoy-closed', 'corridor-48h', 'after-6h'],
  ['incident', 'cell-24h', 'all'],
  ['pump-trusted', 'place-hour', 'all'],
  ['pump-untrusted', 'town-hour', 'all'],
  ['parallel-seller', 'town-day', 'town'],
  ['restricted', 'never', 'all'],
  ['confidential', 'never', 'never'],
] as const satisfies readonly (readonly [row: string, publicSees: Part, partnerSees: Part])[]

export type Part =
  | 'all'
  | 'never'
  | 'after-6h'
  | 'after-48h'
  | 'banded-6h'
  | 'corridor-48h'
  | 'cell-24h'
  | 'place-hour'
  | 'town-hour'
  | 'town-day'
  | 'town'
