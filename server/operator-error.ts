/**
 * Something that an operator must put right: the message says what is wrong, what it means and what to do, and
 * is printed without a stack. Anything else that is thrown is a fault of the program.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}

/** The error code of Node (`EACCES`) or of PostgreSQL (`28P01`), wherever in the chain of causes it stands. */
export function errorCode(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code
  }
  return null
}
