import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientOf, rememberClient } from './client-address.ts'
import { outsideOf } from './outside.ts'
import { publicAddress, rememberOrigin } from './public-address.ts'

type Asked = { peer?: string; headers?: Record<string, string> }

const URL_INSIDE = 'http://jauge.example/method?lang=en'

function outside(asked: Asked, trustProxy: string[] = [], publicUrl: string | null = null) {
  const incoming = {
    socket: { remoteAddress: asked.peer ?? '192.0.2.7' },
    headers: asked.headers ?? {},
  } as unknown as IncomingMessage
  return outsideOf({ publicUrl, trustProxy })(incoming, URL_INSIDE)
}

test('nobody is believed unless the operator says so', () => {
  const headers = { 'x-forwarded-for': '198.51.100.4', 'x-forwarded-proto': 'https' }
  expect(outside({ headers })).toEqual({ client: '192.0.2.7', origin: null })
  expect(outside({ headers }, ['10.0.0.0/8'])).toEqual({ client: '192.0.2.7', origin: null })
})

test('a trusted proxy says who asks and over what', () => {
  const headers = { 'x-forwarded-for': '198.51.100.4', 'x-forwarded-proto': 'https' }
  expect(outside({ peer: '127.0.0.1', headers }, ['loopback'])).toEqual({
    client: '198.51.100.4',
    origin: 'https://jauge.example',
  })
})

test('what a stranger wrote before the proxy did is not believed', () => {
  const headers = { 'x-forwarded-for': '127.0.0.1, 10.1.1.1, 198.51.100.4, 10.0.0.9' }
  expect(outside({ peer: '10.0.0.8', headers }, ['uniquelocal']).client).toBe('198.51.100.4')
})

test.each(['https, http', 'HTTPS', 'javascript', ''])(
  'a scheme of "%s" is none: the request’s own holds',
  (scheme) => {
    const headers = { 'x-forwarded-proto': scheme }
    expect(outside({ headers }, ['192.0.2.7']).origin).toBeNull()
  },
)

test('a host that was passed on is never believed', () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'elsewhere.example' }
  expect(outside({ headers }, ['192.0.2.7']).origin).toBe('https://jauge.example')
})

test('the operator’s word on the public address is the last', () => {
  const headers = { 'x-forwarded-proto': 'http' }
  expect(outside({ headers }, ['192.0.2.7'], 'https://fuel.example').origin).toBe(
    'https://fuel.example',
  )
})

test.each([
  { peer: '::ffff:192.0.2.7', client: '192.0.2.7' },
  { peer: '2001:db8::7', client: '2001:db8:0:0::/64' },
  { peer: '2001:db8:0:0:9:8:7:6', client: '2001:db8:0:0::/64' },
  { peer: '::1', client: '0:0:0:0::/64' },
  { peer: 'fe80::1:2%eth0', client: 'fe80:0:0:0::/64' },
])('$peer is counted as $client', ({ peer, client }) => {
  expect(outside({ peer }).client).toBe(client)
})

test('a proxy that passes on no address is counted itself', () => {
  const headers = { 'x-forwarded-for': 'somewhere' }
  expect(outside({ headers }, ['192.0.2.7']).client).toBe('192.0.2.7')
})

test('a request keeps what was worked out for it, and its own address where nothing was', () => {
  const request = new Request(URL_INSIDE)
  expect(clientOf(request)).toBe('unknown')
  expect(publicAddress(request).href).toBe(URL_INSIDE)
  rememberClient(request, '192.0.2.7')
  rememberOrigin(request, 'https://fuel.example')
  expect(clientOf(request)).toBe('192.0.2.7')
  expect(publicAddress(request).href).toBe('https://fuel.example/method?lang=en')
})

test('an address that begins with two slashes stays on the host', () => {
  const request = new Request('http://jauge.example//elsewhere.example/x')
  rememberOrigin(request, 'https://fuel.example')
  expect(publicAddress(request).host).toBe('fuel.example')
})
