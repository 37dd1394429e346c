import * as z from 'zod'
import type { KeyRole } from './access/access-store.ts'
import type { OpenIdSettings } from './access/openid-provider.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Passwords and codes go to the provider: over TLS, but to a provider on this machine, for trying it out. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
}

const MAPPED_ROLE = z.enum(['partner', 'analyst', 'admin'])

/** "fuel-desk=analyst, fuel-partners=partner"; null when it is not written so. */
function rolesIn(value: string): Map<string, KeyRole> | null {
  const roles = new Map<string, KeyRole>()
  for (const pair of value.split(',')) {
    // What a provider calls a group may hold a "=" itself.
    const [, said = '', role] = /^\s*(.+)=\s*(\w+)\s*$/.exec(pair) ?? []
    const mapped = MAPPED_ROLE.safeParse(role)
    if (!mapped.success) return null
    roles.set(said.trim(), mapped.data)
  }
  return roles
}

const ALLOWED = {
  JAUGE_OIDC_ISSUER: 'the https address of an OpenID Connect provider',
  JAUGE_OIDC_CLIENT_ID: 'the id under which the provider knows this site',
  JAUGE_OIDC_CLIENT_SECRET: 'the secret that goes with it',
  JAUGE_OIDC_ROLES:
    'what the provider says with the role it gives here, such as fuel-desk=analyst, fuel-partners=partner',
  JAUGE_OIDC_ROLE_CLAIM: 'the name of the claim that it says so in, such as groups',
  JAUGE_OIDC_SCOPE: 'a list of scopes with openid in it, such as openid profile email',
  JAUGE_OIDC_NAME: 'what your people call the provider, of 60 characters at most',
}

type Name = keyof typeof ALLOWED
const NEEDED = ['JAUGE_OIDC_ISSUER', 'JAUGE_OIDC_CLIENT_ID', 'JAUGE_OIDC_ROLES'] as const

/** Reads what names the identity provider: null when nothing does. Each sentence is about a value that is wrong or missing. */
export function readOpenId(environment: Record<string, string | undefined>): {
  openId: OpenIdSettings | null
  sentences: string[]
} {
  const given = (name: Name) => environment[name]?.trim() ?? ''
  const names = Object.keys(ALLOWED) as Name[]
  if (names.every((name) => given(name) === '')) return { openId: null, sentences: [] }

  const roles = rolesIn(given('JAUGE_OIDC_ROLES'))
  const scope = given('JAUGE_OIDC_SCOPE') || 'openid profile email'
  const isWrong: Partial<Record<Name, boolean>> = {
    JAUGE_OIDC_ISSUER: !isIssuer(given('JAUGE_OIDC_ISSUER')),
    JAUGE_OIDC_ROLES: roles === null,
    JAUGE_OIDC_SCOPE: !scope.split(/\s+/).includes('openid'),
    JAUGE_OIDC_NAME: given('JAUGE_OIDC_NAME').length > 60,
  }
  const missing = NEEDED.filter((name) => given(name) === '')
  const wrong = names.filter((name) => isWrong[name] && given(name) !== '')
  const sentences = [
    ...missing.map((name) => `${name} is not set; with JAUGE_OIDC_… it must be ${ALLOWED[name]}.`),
    ...wrong.map((name) => `${name} is "${given(name)}"; it must be ${ALLOWED[name]}.`),
  ]
  if (sentences.length > 0 || roles === null) return { openId: null, sentences }
  const issuer = given('JAUGE_OIDC_ISSUER')
  return {
    openId: {
      issuer,
      clientId: given('JAUGE_OIDC_CLIENT_ID'),
      clientSecret: given('JAUGE_OIDC_CLIENT_SECRET') || null,
      scope,
      roleClaim: given('JAUGE_OIDC_ROLE_CLAIM') || 'groups',
      roles,
      name: given('JAUGE_OIDC_NAME') || new URL(issuer).hostname,
    },
    sentences,
  }
}
