/** What kind of secret a report is: one row of the policy each. */
export type Secret =
  | 'published'
  | 'forward-looking'
  | 'convoy-moving'
  | 'convoy-closed'
  | 'incident'
  | 'pump-trusted'
  | 'pump-untrusted'
  | 'parallel-seller'
  | 'restricted'
  | 'confidential'
  | 'open'

export type Rule = {
  /** Hours that must have passed since the end of what is reported; 0: at once; null: never. */
  delayHours: number | null
  /**
   * `as-is`; `named-area`: the town or quarter without coordinates and no finer (of a station: the one it lies
   * in), and what names none as `tenth-degree`: a grid of 0.1°, about 11 km; `segment`: the corridor's leg alone;
   * `corridor`: not even that.
   */
  where: 'as-is' | 'named-area' | 'tenth-degree' | 'segment' | 'corridor'
  when: 'as-is' | 'hour' | 'day'
  counts: 'as-is' | 'banded'
  /** Whether what leads to whoever told of it may be read: the note, and the address that a source gave. */
  note: boolean
  /**
   * Whether a figure may rest on fewer than three reports of this kind. What a named source has published with an
   * address stands alone in every row: it can be read there.
   */
  alone: boolean
}

const OPEN: Rule = {
  delayHours: 0,
  where: 'as-is',
  when: 'as-is',
  counts: 'as-is',
  note: true,
  alone: true,
}
const NEVER: Rule = { ...OPEN, delayHours: null, note: false }
/** What the public may see of a report that nobody has published. */
const HEARD: Rule = { ...OPEN, note: false, alone: false }

/**
 * Who sees what, when and how finely. Analysts and administrators see every report at once, so they have no
 * column. What no row names may not be public. The reasons stand in docs/disclosure.md.
 */
export const POLICY: Record<Secret, { public: Rule; partner: Rule }> = {
  published: { public: OPEN, partner: OPEN },
  // A published delivery list has drawn violent crowds: even what the press printed waits for its event.
  'forward-looking': {
    public: { ...OPEN, delayHours: 48, alone: false },
    partner: { ...OPEN, delayHours: 48 },
  },
  'convoy-moving': {
    public: NEVER,
    partner: {
      delayHours: 6,
      where: 'segment',
      when: 'hour',
      counts: 'banded',
      note: false,
      alone: true,
    },
  },
  'convoy-closed': {
    public: { ...HEARD, delayHours: 48, where: 'corridor', when: 'day', counts: 'banded' },
    partner: { ...OPEN, delayHours: 6 },
  },
  incident: {
    public: { ...HEARD, delayHours: 24, where: 'tenth-degree', when: 'day' },
    partner: OPEN,
  },
  'pump-trusted': { public: { ...HEARD, when: 'hour' }, partner: OPEN },
  'pump-untrusted': {
    public: { ...HEARD, where: 'named-area', when: 'hour' },
    partner: OPEN,
  },
  'parallel-seller': {
    public: { ...HEARD, where: 'named-area', when: 'day' },
    partner: { ...OPEN, where: 'named-area' },
  },
  restricted: { public: NEVER, partner: OPEN },
  confidential: { public: NEVER, partner: NEVER },
  open: { public: HEARD, partner: OPEN },
}
