/** Gives the exit code. */
export function buildIfNeeded(): Promise<number>
