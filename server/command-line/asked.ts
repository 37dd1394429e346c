import { parseArgs } from 'node:util'
import type { Instant } from '#domain/time.ts'
import { endOf } from '#domain/time.ts'
import type { KeyRole } from '#server/access/access-store.ts'
import { KEY_ROLES } from '#server/operator-command.ts'
import { OperatorError } from '#server/operator-error.ts'

const DAY_MS = 86_400_000
/** Ten years: whoever wants more wants no expiry. */
const LONGEST_DAYS = 3_650
const LABEL_LETTERS = 100

/** Reads `--role`, `--label` and `--expires`. Throws an OperatorError (exit code 2) that says what is wrong. */
export function askedKey(
  words: string[],
  now: Date,
): { role: KeyRole; label: string; expiresAt: Instant | null } {
  const { role, label = '', expires } = flagsOf(words, ['role', 'label', 'expires'])
  const known = KEY_ROLES.find((each) => each === role)
  if (known === undefined) throw wrong(`--role is one of ${KEY_ROLES.join(', ')}.`)
  const name = label.trim()
  if (name === '' || name.length > LABEL_LETTERS || /\p{C}/u.test(name)) {
    throw wrong(
      `--label says who the key is for, in 1 to ${LABEL_LETTERS} characters, such as --label "Desk in Kayes".`,
    )
  }
  return {
    role: known,
    label: name,
    expiresAt: expires === undefined ? null : endAsked(expires, now),
  }
}

/** Reads `--limit`; 50 when it is not said. */
export function askedLimit(words: string[]): number {
  const { limit = '50' } = flagsOf(words, ['limit'])
  if (!/^[1-9]\d{0,4}$/.test(limit)) throw wrong('--limit is a number from 1 to 99999.')
  return Number(limit)
}

/** "90d" from now, or the end of the day that is named. */
function endAsked(expires: string, now: Date): Instant {
  const days = /^(\d{1,4})d$/.exec(expires)?.[1]
  const end = days === undefined ? endOfDay(expires) : now.getTime() + Number(days) * DAY_MS
  if (end === null) {
    throw wrong('--expires is a number of days, such as 90d, or a day, such as 2027-03-01.')
  }
  if (end <= now.getTime()) {
    throw wrong(`--expires ${expires} is past, and the key would open nothing. Name a day to come.`)
  }
  if (end > now.getTime() + LONGEST_DAYS * DAY_MS) {
    throw wrong('--expires is more than ten years off. Leave it out for a key without an end.')
  }
  return new Date(end).toISOString()
}

/** Null for what is no day of the calendar. */
function endOfDay(day: string): number | null {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(endOf(day)) : null
  if (end === null || Number.isNaN(end.getTime())) return null
  // 31 February would be read as a day of March.
  return end.toISOString().startsWith(day) ? end.getTime() : null
}

function flagsOf<Name extends string>(
  words: string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args: words, options, strict: true, allowPositionals: false })
    return values as Partial<Record<Name, string>>
  } catch {
    const flags = names.map((name) => `--${name}`).join(', ')
    throw wrong(`It takes ${flags} and nothing else, each with a value.`)
  }
}

function wrong(sentence: string): OperatorError {
  return new OperatorError(`${sentence} "jauge help" says how it is called.`, 2)
}
