import { expect, test } from 'vitest'
import { askedIn, withRole } from './asked.ts'

test('an address without wishes asks for the blockade, seen by the public', () => {
  expect(askedIn('')).toEqual({ scenario: 'blockade', seed: 1, role: 'public' })
})

test('scenario, seed and role are read from the address', () => {
  expect(askedIn('?scenario=calm&seed=12&role=analyst&at=2025-11-02')).toEqual({
    scenario: 'calm',
    seed: 12,
    role: 'analyst',
  })
})

test.each(['scenario=war', 'seed=-1', 'seed=1.5', 'seed=4294967296', 'seed=', 'role=admin'])(
  '%s does not fit, and falls to its default',
  (search) => expect(askedIn(search)).toEqual(askedIn('')),
)

test('a role is written beside what else the address holds, the default one not at all', () => {
  const address = new URL('https://jauge.example/demo/?at=2025-11-02&seed=3')
  const analyst = withRole(address, 'analyst')
  expect(analyst.search).toBe('?at=2025-11-02&seed=3&role=analyst')
  expect(withRole(analyst, 'public').href).toBe(address.href)
})
