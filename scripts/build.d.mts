/** Gives the exit code. */
export function buildIfNeeded(): Promise<number>
/** Gives the exit code. */
export function buildDemoIfNeeded(): Promise<number>
