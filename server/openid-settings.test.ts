import { expect, test } from 'vitest'
import { readOpenId } from './openid-settings.ts'
import { readSettings } from './settings.ts'

const GIVEN = {
  JAUGE_OIDC_ISSUER: 'https://id.example.org/realms/desk',
  JAUGE_OIDC_CLIENT_ID: 'jauge',
  JAUGE_OIDC_CLIENT_SECRET: 'hush',
  JAUGE_OIDC_ROLES: 'fuel-desk=analyst, fuel=partner',
}

test('without any of them nobody signs in at a provider', () => {
  expect(readOpenId({ JAUGE_OIDC_ISSUER: ' ' })).toEqual({ openId: null, sentences: [] })
  expect(readSettings({}).openId).toBeUndefined()
})

test('an issuer, a client and roles are enough', () => {
  const { openId } = readOpenId({ ...GIVEN, JAUGE_OIDC_ROLES: 'fuel-desk=analyst,fuel=partner' })
  expect(openId).toEqual({
    issuer: 'https://id.example.org/realms/desk',
    clientId: 'jauge',
    clientSecret: 'hush',
    scope: 'openid profile email',
    roleClaim: 'groups',
    roles: new Map([
      ['fuel-desk', 'analyst'],
      ['fuel', 'partner'],
    ]),
    name: 'id.example.org',
  })
})

test.each([
  [{ JAUGE_OIDC_ISSUER: 'http://id.example.org' }, 'JAUGE_OIDC_ISSUER is "http://id.example.org"'],
  [{ JAUGE_OIDC_ROLES: 'fuel=public' }, 'JAUGE_OIDC_ROLES is "fuel=public"'],
  [{ JAUGE_OIDC_ROLES: 'fuel' }, 'JAUGE_OIDC_ROLES is "fuel"'],
  [{ JAUGE_OIDC_ROLES: '' }, 'JAUGE_OIDC_ROLES is not set'],
  [{ JAUGE_OIDC_CLIENT_ID: '' }, 'JAUGE_OIDC_CLIENT_ID is not set'],
  [{ JAUGE_OIDC_SCOPE: 'profile' }, 'JAUGE_OIDC_SCOPE is "profile"'],
  [{ JAUGE_OIDC_NAME: 'x'.repeat(61) }, 'JAUGE_OIDC_NAME is'],
])('%o is refused in a sentence, and the secret is in none', (change, sentence) => {
  const environment = { ...GIVEN, JAUGE_OIDC_ROLES: 'fuel=partner', ...change }
  expect(() => readSettings(environment)).toThrow(sentence)
  expect(readOpenId(environment).sentences.join()).not.toContain('hush')
})

test('the address of a provider on this machine may be of plain HTTP', () => {
  const { openId } = readOpenId({
    ...GIVEN,
    JAUGE_OIDC_ROLES: 'x=admin',
    JAUGE_OIDC_ISSUER: 'http://127.0.0.1:9000',
  })
  expect(openId?.issuer).toBe('http://127.0.0.1:9000')
})
