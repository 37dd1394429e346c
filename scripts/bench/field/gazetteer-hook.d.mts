type Loaded = { source: unknown; format?: string }
export function initialize(given: { folder: string }): void
export function load(
  url: string,
  context: object,
  nextLoad: (url: string, context: object) => Promise<Loaded>,
): Promise<Loaded>
