import { PROVIDER_ROUTES } from '#contract/provider-routes.ts'
import type { Lang } from '#i18n/words.ts'
import type { Access } from '#server/access/access.ts'
import { cookieOf, removingCookie, settingCookie } from '#server/access/cookie.ts'
import { randomText } from '#server/access/digest.ts'
import type { Attempt, Provider } from '#server/access/provider.ts'
import { FOR_ONE_READER } from '#server/answer.ts'
import type { Answer } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { languageOf } from '#server/language.ts'
import { plainPage, plainPagePolicy } from '#server/plain-page.ts'
import { Refusal } from '#server/problem.ts'
import { publicAddress } from '#server/public-address.ts'
import { serverWords } from '#server/words.ts'

const BACK = PROVIDER_ROUTES.fromProvider.path
const AFTERWARDS = '/sign-in'
/** Time to find one's password, and a second factor. */
const ATTEMPT_MINUTES = 10
const MINUTE_MS = 60_000

type Outcome = 'in' | 'no-role' | 'failed' | 'slowed' | 'away'
const STATUS: Record<Outcome, number> = {
  in: 200,
  'no-role': 403,
  failed: 403,
  slowed: 429,
  away: 503,
}

/** Signing in at the identity provider, where the deployment has one. */
export function mountProvider({ get, access, now, report }: Api): void {
  get(PROVIDER_ROUTES.toProvider, async ({ request }) => {
    const { provider } = parts(access)
    const attempt = { state: randomText(), nonce: randomText(), verifier: randomText() }
    const expires = new Date(Date.parse(now()) + ATTEMPT_MINUTES * MINUTE_MS).toISOString()
    const cookie = settingCookie(Object.values(attempt).join('.'), expires, settingOf(request))
    try {
      const to = await provider.begin(attempt, new URL(BACK, publicAddress(request).origin))
      const headers = { ...FOR_ONE_READER, Location: to.href }
      return { body: '', mediaType: 'text/plain', status: 303, headers, cookies: [cookie] }
    } catch (error) {
      report(asError(error))
      return page('away', languageOf(request), [])
    }
  })

  get(PROVIDER_ROUTES.fromProvider, async ({ request }) => {
    const { provider, door } = parts(access)
    const lang = languageOf(request)
    const used = removingCookie(settingOf(request))
    try {
      const who = await whoCameBack(provider, request)
      if (typeof who === 'object')
        return await page('in', lang, [used, (await door.vouched(request, who)).cookie])
      const where = who === 'no-role' ? 'identity provider, no role' : 'identity provider'
      await door.refused(request, where)
      return await page(who, lang, [used])
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'too-many') throw error
      return page('slowed', lang, [used], error.values)
    }
  })
}

async function whoCameBack(provider: Provider, request: Request) {
  const attempt = attemptOf(request)
  if (attempt === null) return 'failed'
  try {
    return (await provider.finish(attempt, publicAddress(request))) ?? 'no-role'
  } catch {
    return 'failed'
  }
}

/** Throws where nobody signs in so. */
function parts({ provider, door }: Access) {
  if (provider === null || door === null) throw new Refusal('not-found')
  return { provider, door }
}

function settingOf(request: Request) {
  return { use: 'attempt', isSecure: publicAddress(request).protocol === 'https:' } as const
}

function attemptOf(request: Request): Attempt | null {
  const [state, nonce, verifier] = cookieOf(request, settingOf(request))?.split('.') ?? []
  return state && nonce && verifier ? { state, nonce, verifier } : null
}

/**
 * A page and no redirect: on a way that began at the provider's site, browsers send no cookie that is `Strict`. What this page
 * leads to begins here.
 */
async function page(
  outcome: Outcome,
  lang: Lang,
  cookies: string[],
  { seconds }: { seconds?: unknown } = {},
): Promise<Answer> {
  const say = serverWords(lang)
  const words = {
    title: say(`provider.${outcome}.title`),
    text:
      outcome === 'slowed'
        ? say('provider.slowed.text', { seconds })
        : say(`provider.${outcome}.text`),
    onwards: { to: AFTERWARDS, text: say(`provider.${outcome}.onwards`) },
  }
  const headers = {
    ...FOR_ONE_READER,
    'Content-Language': lang,
    'Content-Security-Policy': await plainPagePolicy(),
    ...(outcome === 'slowed' && { 'Retry-After': String(seconds) }),
  }
  const body = plainPage(words, { lang, hop: outcome === 'in' })
  return { body, mediaType: 'text/html; charset=utf-8', status: STATUS[outcome], headers, cookies }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
