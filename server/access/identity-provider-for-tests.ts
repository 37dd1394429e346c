import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync } from 'node:crypto'
import { Provider } from 'oidc-provider'

/** What the provider says of its people. */
export type People = Record<
  string,
  { preferred_username?: string; groups?: string[]; realm_access?: object }
>

export type IdentityProvider = { issuer: string; stop: () => Promise<void> }

/** A real identity provider on this machine, where whoever gives a name is that person. */
export async function identityProvider(
  people: People,
  redirectUri: string,
): Promise<IdentityProvider> {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'jauge',
        client_secret: 'a secret of the tests, and of nothing else',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups', 'realm_access'] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Grant: 600,
      Session: 600,
      Interaction: 600,
    },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people[id] }),
    }),
  })
  listener.on('request', provider.callback())
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        listener.close(() => resolve())
        listener.closeAllConnections()
      }),
  }
}

/** Fills in the provider's pages as `name` would, up to where it sends the browser back. Gives that address. */
export async function signInThere(address: URL, name: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = address
  for (let step = 0; step < 12; step += 1) {
    const path = at.pathname
    const isForm = path.startsWith('/interaction/') && !path.endsWith('/abort')
    const prompt = isForm ? await promptAt(at, cookies) : null
    const body =
      prompt === null ? null : new URLSearchParams({ prompt, login: name, password: 'x' })
    const response = await ask(at, cookies, body)
    const onwards = response.headers.get('Location')
    if (onwards === null) throw new Error(`The provider stopped at ${path}: ${response.status}`)
    at = new URL(onwards, at)
    if (at.origin !== address.origin) return at
  }
  throw new Error('The provider sends the browser round and round.')
}

async function promptAt(at: URL, cookies: Map<string, string>): Promise<string> {
  const html = await (await ask(at, cookies, null)).text()
  return /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? ''
}

async function ask(at: URL, cookies: Map<string, string>, body: URLSearchParams | null) {
  const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(at, {
    redirect: 'manual',
    headers: { Cookie },
    ...(body && { method: 'POST', body }),
  })
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
    cookies.set(name, value)
  }
  return response
}
