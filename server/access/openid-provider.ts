import { createHash } from 'node:crypto'
import * as openId from 'openid-client'
import { ROLES } from '#domain/role.ts'
import type { KeyRole } from './access-store.ts'
import type { Provider } from './provider.ts'

export type OpenIdSettings = {
  issuer: string
  clientId: string
  /** Null for a client that has none, and relies on PKCE alone. */
  clientSecret: string | null
  scope: string
  /** Where the provider says what somebody may do, such as `groups` or `realm_access.roles`. */
  roleClaim: string
  /** What it says there, and the role that gives here. */
  roles: ReadonlyMap<string, KeyRole>
  name: string
}

type Claims = Record<string, unknown>

const TIMEOUT_SECONDS = 10

/** Sign-in by OpenID Connect: the code flow with PKCE, state, nonce and the signature of what comes back. */
export function openIdProvider(settings: OpenIdSettings): Provider {
  let known: Promise<openId.Configuration> | null = null

  /** Asked when it is first needed: the server starts also while the provider is away. A failure is not kept. */
  async function configuration(): Promise<openId.Configuration> {
    known ??= discover(settings)
    try {
      return await known
    } catch (error) {
      known = null
      throw error
    }
  }

  return {
    name: settings.name,
    async begin({ state, nonce, verifier }, back) {
      return openId.buildAuthorizationUrl(await configuration(), {
        redirect_uri: back.href,
        scope: settings.scope,
        state,
        nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
    },
    async finish({ state, nonce, verifier }, address) {
      const config = await configuration()
      const tokens = await openId.authorizationCodeGrant(config, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const identity = tokens.claims()
      if (identity === undefined) throw new Error('The identity provider gave no identity.')
      const claims: Claims = {
        ...(await more(config, tokens.access_token, identity.sub)),
        ...identity,
      }
      const role = roleIn(valueAt(claims, settings.roleClaim), settings.roles)
      return role === null ? null : { role, label: labelOf(claims, identity) }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OpenIdSettings) {
  const server = new URL(issuer)
  // Over plain HTTP only to this machine: the settings allow no other.
  const execute = server.protocol === 'http:' ? [openId.allowInsecureRequests] : []
  const found = await openId.discovery(server, clientId, undefined, openId.None(), {
    execute,
    timeout: TIMEOUT_SECONDS,
  })
  const metadata = found.serverMetadata()
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication =
    clientSecret === null
      ? openId.None()
      : ways.includes('client_secret_basic')
        ? openId.ClientSecretBasic(clientSecret)
        : openId.ClientSecretPost(clientSecret)
  const config = new openId.Configuration(metadata, clientId, undefined, authentication)
  config.timeout = TIMEOUT_SECONDS
  for (const allow of execute) allow(config)
  openId.enableNonRepudiationChecks(config)
  return config
}

/** Some providers tell of groups only when they are asked; nothing is missing where they have no such address. */
async function more(config: openId.Configuration, token: string, subject: string): Promise<Claims> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {}
  return openId.fetchUserInfo(config, token, subject)
}

/** A claim by its name or, where none is called so, by its path: names with dots in them are addresses at some providers. */
function valueAt(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim]
  let at: unknown = claims
  for (const part of claim.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = Reflect.get(at, part)
  }
  return at
}

/** The widest role that what the provider says gives here; null for none. */
function roleIn(value: unknown, roles: OpenIdSettings['roles']): KeyRole | null {
  const said = Array.isArray(value) ? value : [value]
  const given = said.flatMap((each) => (typeof each === 'string' ? (roles.get(each) ?? []) : []))
  return (
    ROLES.findLast((role): role is KeyRole => role !== 'public' && given.includes(role)) ?? null
  )
}

/** A name that people choose may be somebody else's too: a digest of who it is stands behind it. */
function labelOf(claims: Claims, { iss, sub }: { iss: string; sub: string }): string {
  const names = [claims['preferred_username'], claims['email'], claims['name']]
  const [name = 'somebody'] = names.filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  )
  const mark = createHash('sha256').update(`${iss} ${sub}`).digest('hex').slice(0, 8)
  const plain = name
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 80)
  return `${plain} #${mark}`
}
