import { resolve } from 'node:path'
import proxyaddr from 'proxy-addr'
import * as z from 'zod'
import type { OpenIdSettings } from './access/openid-provider.ts'
import { readOpenId } from './openid-settings.ts'
import { OperatorError } from './operator-error.ts'

/** What the operator decides, from the environment. */
export type Settings = {
  port: number
  host: string
  /** The folder of the built-in database; not touched when `databaseUrl` is given. */
  data: string
  databaseUrl: string | null
  /** The folder that an upgrade's backup goes to; absent: `backups` in `data`. */
  backups?: string
  /** Where corrections are sent: `mailto:` or a page. */
  contact: string | null
  tiles: { url: string; attribution: string } | null
  /** Where the site stands for its readers, as `URL.origin` writes it; null when each request says it. */
  publicUrl: string | null
  /** The proxies whose word counts about where a request came from, as `proxy-addr` reads them. */
  trustProxy: string[]
  /** Where people sign in besides; absent for nowhere. */
  openId?: OpenIdSettings
}

/** The part that a store needs. */
export type StoreSettings = Pick<Settings, 'data' | 'databaseUrl' | 'backups'>

const startsLike =
  (...starts: string[]) =>
  (value: string) =>
    starts.some((start) => value.startsWith(start)) && URL.canParse(value)

const listed = (value: string) => value.split(',').map((each) => each.trim())

function areProxies(value: string): boolean {
  try {
    proxyaddr.compile(listed(value))
    return true
  } catch {
    return false
  }
}

/** Whether nothing stands behind the host: Jauge has the root of its host to itself. */
function isOrigin(value: string): boolean {
  const { origin, href } = new URL(value)
  return href === `${origin}/`
}

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8080),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/)
    .default('127.0.0.1'),
  JAUGE_DATA: z.string().default('./data'),
  DATABASE_URL: z.string().refine(startsLike('postgres://', 'postgresql://')).optional(),
  JAUGE_BACKUPS: z.string().optional(),
  JAUGE_CONTACT: z
    .string()
    .refine(startsLike('mailto:', 'https://', 'http://'))
    .optional(),
  JAUGE_TILES: z
    .string()
    .refine((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)))
    .refine(startsLike('https://', 'http://', '/'))
    .optional(),
  JAUGE_TILES_ATTRIBUTION: z.string().optional(),
  JAUGE_URL: z
    .string()
    .refine(startsLike('https://', 'http://'), { abort: true })
    .refine(isOrigin)
    .transform((value) => new URL(value).origin)
    .optional(),
  TRUST_PROXY: z.string().refine(areProxies).transform(listed).optional(),
})

const ALLOWED: Record<keyof z.infer<typeof Environment>, string> = {
  PORT: 'a number from 0 (any free port) to 65535, such as 8080',
  HOST: 'an address or a host name, such as 127.0.0.1 or 0.0.0.0',
  JAUGE_DATA: 'the path of a folder, such as ./data',
  DATABASE_URL: 'a PostgreSQL address, such as postgres://user:password@host:5432/database',
  JAUGE_BACKUPS: 'the path of a folder, such as ./backups',
  JAUGE_CONTACT: 'mailto:somebody@example.org, or the address of a page',
  JAUGE_TILES: 'the address of raster tiles with {z}, {x} and {y} in it',
  JAUGE_TILES_ATTRIBUTION: 'the words that the source of the tiles asks to be shown',
  JAUGE_URL: 'the public address, without a path, such as https://fuel.example.org',
  TRUST_PROXY:
    'the addresses of your proxies, such as 10.0.0.2, 10.0.0.0/8, loopback or uniquelocal',
}

/** Reads and checks the environment. Throws a OperatorError (exit code 2) with one sentence for each wrong value. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // An empty value is how a shell or a service file says "not set".
  const given = Object.fromEntries(
    Object.keys(ALLOWED).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const read = Environment.safeParse(given)
  const wrong = read.success ? [] : read.error.issues.map(({ path }) => String(path[0]))
  const sentences = Object.entries(ALLOWED)
    .filter(([name]) => wrong.includes(name))
    .map(([name, allowed]) => `${name} is ${shown(name, given)}; it must be ${allowed}.`)
  const needsAttribution = given['JAUGE_TILES'] && !given['JAUGE_TILES_ATTRIBUTION']
  if (needsAttribution) {
    sentences.push(
      `JAUGE_TILES_ATTRIBUTION is not set; with JAUGE_TILES it must be ${ALLOWED.JAUGE_TILES_ATTRIBUTION}.`,
    )
  }
  const provider = readOpenId(environment)
  sentences.push(...provider.sentences)
  if (!read.success || sentences.length > 0) throw new OperatorError(sentences.join('\n'), 2)
  const { data } = read
  return {
    port: data.PORT,
    host: data.HOST,
    data: resolve(data.JAUGE_DATA),
    databaseUrl: data.DATABASE_URL ?? null,
    ...(data.JAUGE_BACKUPS && { backups: resolve(data.JAUGE_BACKUPS) }),
    contact: data.JAUGE_CONTACT ?? null,
    tiles:
      data.JAUGE_TILES && data.JAUGE_TILES_ATTRIBUTION
        ? { url: data.JAUGE_TILES, attribution: data.JAUGE_TILES_ATTRIBUTION }
        : null,
    publicUrl: data.JAUGE_URL ?? null,
    trustProxy: data.TRUST_PROXY ?? [],
    ...(provider.openId && { openId: provider.openId }),
  }
}

/** What was given, in quotes; a database's address may hold a password, which must not reach a log. */
function shown(name: string, given: Record<string, string | undefined>): string {
  return name === 'DATABASE_URL'
    ? 'set to something else (not repeated here: it may hold a password)'
    : `"${given[name]}"`
}
