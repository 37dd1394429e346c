import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { becomeAsker, currentAsker, useAsker } from '#api/asker.ts'
import type { WhoAmI } from '#contract/session.ts'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import { server } from '#mocks/node.ts'
import { renderAlone } from '#testing/render.tsx'
import { Badge } from './Badge.tsx'
import { SignIn } from './SignIn.tsx'

const SESSION = '/api/v1/session'
const NOBODY: WhoAmI = { role: 'public', label: null, expiresAt: null, provider: null, keys: true }
const DESK: WhoAmI = {
  ...NOBODY,
  role: 'partner',
  label: 'Desk',
  expiresAt: '2026-11-23T14:43:00.000Z',
}

const headersFor = ({ role }: WhoAmI) => ({
  'X-Data-Mode': 'live',
  ...(role === 'public' ? {} : { 'X-Jauge-Role': role }),
})
const answer = (who: WhoAmI) => HttpResponse.json(who, { headers: headersFor(who) })
const isAsked = (who: WhoAmI) => server.use(http.get(SESSION, () => answer(who)))
const isTried = (how: () => Response) => server.use(http.post(SESSION, how))

beforeEach(() => Promise.all([wordsReady('en', 'later'), wordsReady('en', 'access')]))
afterEach(() => vi.restoreAllMocks())

/** As the page draws it: anew for another asker. */
function Drawn() {
  const { turn } = useAsker()
  const given = { lang: 'en', back: '/?at=2026-01-18', contact: null } as const
  return <SignIn key={turn} {...given} say={wordsIn('en')} toProvider="/sign-in/provider" />
}

const show = () => renderAlone(<Drawn />)

async function tryKey(text = 'jauge_abc_def') {
  const { user } = show()
  await user.type(await screen.findByLabelText('Access key'), text)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('a key is asked for as a password, so that whatever keeps passwords can keep it', async () => {
  isAsked(NOBODY)
  show()
  const field = await screen.findByLabelText('Access key')
  expect(field).toHaveAttribute('type', 'password')
  expect(field).toHaveAttribute('autocomplete', 'current-password')
  expect(screen.getByRole('table')).toHaveTextContent(/Convoy on the road\s*never/)
})

test('a provider is offered by its name where there is one, and keys only where they are taken', async () => {
  isAsked({ ...NOBODY, provider: 'Example ID', keys: false })
  show()
  expect(await screen.findByRole('link', { name: 'Continue with Example ID' })).toHaveAttribute(
    'href',
    '/sign-in/provider',
  )
  expect(screen.queryByLabelText('Access key')).toBeNull()
})

test('the right key leads to who one is, until when, and back', async () => {
  isAsked(NOBODY)
  isTried(() => answer(DESK))
  await tryKey()
  expect(await screen.findByText('Desk')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your session')
  expect(screen.getByText('23 Nov 2026, 14:43 UTC')).toBeVisible()
  expect(screen.getByRole('link', { name: 'See the situation' })).toHaveAttribute(
    'href',
    '/?at=2026-01-18',
  )
  expect(currentAsker()).toMatchObject({ role: 'partner', lapsed: false })
})

test.each([
  ['opens nothing', 401, {}, /This key opens nothing/],
  ['comes after too many', 429, { 'Retry-After': '40' }, /try again in 40 seconds/],
  ['comes after far too many', 429, { 'Retry-After': '900' }, /try again in 15 minutes/],
  ['comes after too many, and nobody says how long', 429, {}, /wait a few minutes/],
  ['meets a server that breaks', 503, {}, /could not be signed in.*503/],
])('a key that %s is told so', async (_, status, headers, words) => {
  isAsked(NOBODY)
  isTried(() => new HttpResponse('', { status, headers }))
  await tryKey()
  expect(await screen.findByRole('alert')).toHaveTextContent(words)
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  expect(currentAsker().role).toBe('public')
})

test('a device without a line is told that it is the line', async () => {
  isAsked(NOBODY)
  isTried(() => HttpResponse.error())
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await tryKey()
  expect(await screen.findByRole('alert')).toHaveTextContent(/Your device is offline/)
})

test('signing out makes the page the public’s; when it fails, one is told that one is still in', async () => {
  isAsked(DESK)
  becomeAsker('partner', { lapsed: false })
  let works = false
  server.use(
    http.delete(SESSION, () =>
      works ? new HttpResponse(null, { status: 204 }) : HttpResponse.error(),
    ),
  )
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: 'Sign out' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/You are still signed in/)
  expect(currentAsker().role).toBe('partner')
  works = true
  isAsked(NOBODY)
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(currentAsker()).toMatchObject({ role: 'public', lapsed: false }))
  expect(await screen.findByLabelText('Access key')).toBeVisible()
})

async function showBadge(who: WhoAmI) {
  isAsked(who)
  becomeAsker(who.role, { lapsed: false })
  renderAlone(<Badge href="/sign-in" say={wordsIn('en')} />)
  return screen.findByText(who.label ?? '')
}

test('a session ends when its time is over, without anybody asking', async () => {
  // The clock stands: on a busy machine the question alone may take longer than what is left of the session.
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T14:42:59.500Z'))
  await showBadge(DESK)
  await waitFor(() => expect(currentAsker()).toMatchObject({ role: 'public', lapsed: true }))
})

test('a clock that is wrong ends no session that the server still honours', async () => {
  const badge = await showBadge({ ...DESK, expiresAt: '2020-01-01T00:00:00.000Z' })
  expect(badge).toBeVisible()
  expect(currentAsker().role).toBe('partner')
})

test('another tab that signs out ends it here too', async () => {
  await showBadge(DESK)
  const line = new BroadcastChannel('jauge-session')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes none
  line.postMessage('signed-out')
  await waitFor(() => expect(currentAsker()).toMatchObject({ role: 'public', lapsed: true }))
  line.close()
})

test('a page kept for the way back shows nothing of it', async () => {
  await showBadge(DESK)
  fireEvent(window, new PageTransitionEvent('pagehide', { persisted: true }))
  expect(document.documentElement.hidden).toBe(true)
  document.documentElement.hidden = false
})
