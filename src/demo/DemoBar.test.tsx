import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { addDemoWords } from '#i18n/demo-words.ts'
import { wordsIn } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'
import type { Demo, DemoState } from '#mocks/demo/demo.ts'
import { DemoBar } from './DemoBar.tsx'
import { withDemo } from './restart.ts'

beforeAll(addDemoWords)

const PRINT = 'ab'.repeat(32)

/** A demo that does what it is told and no more. */
function someDemo(fingerprint = () => Promise.resolve(PRINT)) {
  let state: DemoState = {
    scenario: 'blockade',
    seed: 1,
    role: 'public',
    speed: 60,
    now: '2026-02-04T09:00:00.000Z',
    reports: 54_402,
    version: 1,
    through: 'service-worker',
  }
  const listeners = new Set<() => void>()
  const change = (by: Partial<DemoState>) => {
    state = { ...state, ...by }
    for (const listener of listeners) listener()
  }
  const demo: Demo = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setSpeed: (speed) => change({ speed }),
    setRole: (role) => change({ role }),
    fingerprint,
  }
  return { demo, change }
}

function renderBar(
  made: ReturnType<typeof someDemo>,
  { lang = 'en', home = null }: { lang?: Lang; home?: string | null } = {},
) {
  const onRestart = vi.fn()
  const given = { demo: made.demo, lang, say: wordsIn(lang), home, onRestart }
  render(<DemoBar {...given} />)
  return { user: userEvent.setup(), onRestart }
}

const bar = () => screen.getByRole('region', { name: 'Demo' })

test('the band says what it is in the reader’s language', () => {
  renderBar(someDemo(), { lang: 'fr' })
  const band = screen.getByRole('region', { name: 'Démonstration' })
  expect(within(band).getByText('DÉMO – données simulées')).toBeVisible()
  expect(band).toHaveTextContent('4 févr. 2026, 09:00 UTC')
})

test('the clock can be stopped, and runs on at the speed it had', async () => {
  const made = someDemo()
  const { user } = renderBar(made)
  await user.selectOptions(within(bar()).getByRole('combobox', { name: 'Speed' }), '10 min/s')
  await user.click(screen.getByRole('button', { name: 'Stop the clock' }))
  expect(made.demo.state().speed).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Run the clock' }))
  expect(made.demo.state().speed).toBe(600)
  act(() => made.change({ now: '2026-02-04T10:30:00.000Z' }))
  expect(screen.getByText('4 Feb 2026, 10:30 UTC')).toBeVisible()
})

test('reports that came in since the page was opened are counted apart', () => {
  const made = someDemo()
  renderBar(made)
  expect(bar()).toHaveTextContent('54,402 reports received, none new')
  act(() => made.change({ reports: 54_414 }))
  expect(bar()).toHaveTextContent('54,414 reports received, 12 new')
})

test('another role is told with what it sees beyond the public', async () => {
  const made = someDemo()
  const { user } = renderBar(made)
  expect(screen.getByText(/no convoy on the road/)).toBeVisible()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Seen by' }), 'An analyst')
  expect(made.demo.state().role).toBe('analyst')
  expect(screen.getByText(/Convoys on the road where they are/)).toBeVisible()
})

test('another scenario starts afresh with the same seed', async () => {
  const { user, onRestart } = renderBar(someDemo())
  await user.selectOptions(screen.getByRole('combobox', { name: 'Scenario' }), 'A calm year')
  expect(onRestart).toHaveBeenCalledWith({ scenario: 'calm', seed: 1 })
})

test('a restart keeps everything else the address asks for', () => {
  const address = new URL('https://jauge.example/demo/?at=2025-11-05&role=analyst&lang=en')
  const search = withDemo(address, { scenario: 'escort-holds', seed: 7 }).search
  expect(search).toBe('?at=2025-11-05&role=analyst&lang=en&scenario=escort-holds&seed=7')
})

test('the panel says what is real and what is not, and gives the fingerprint to compare', async () => {
  const { user } = renderBar(someDemo())
  await user.click(screen.getByRole('button', { name: /About this demo/ }))
  const panel = screen.getByRole('dialog', { name: 'Demo: settings and explanations' })
  expect(panel).toHaveTextContent('DEMO – simulated data')
  for (const title of ['Simulated', 'Real', 'Nothing leaves here', 'On your own machine'])
    expect(within(panel).getByRole('heading', { name: title })).toBeVisible()
  expect(panel).toHaveTextContent('service worker passes requests')
  expect(await within(panel).findByText(PRINT)).toBeVisible()
  expect(within(panel).getByText('npm run build:demo')).toBeVisible()
  expect(within(panel).queryByRole('link')).toBeNull()
  await user.click(within(panel).getByRole('button', { name: /^Close/ }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('beside the real product there is a way back to it', async () => {
  const { user } = renderBar(someDemo(), { home: '/' })
  await user.click(screen.getByRole('button', { name: /About this demo/ }))
  expect(screen.getByRole('link', { name: 'Leave the demo for the real data' })).toHaveAttribute(
    'href',
    '/',
  )
})

test('a fingerprint that cannot be computed is said', async () => {
  const { user } = renderBar(someDemo(() => Promise.reject(new Error('no digest'))))
  await user.click(screen.getByRole('button', { name: /About this demo/ }))
  expect(await screen.findByText('The fingerprint could not be computed.')).toBeVisible()
})

test('a seed is a whole number: another is refused in words', async () => {
  const { user, onRestart } = renderBar(someDemo())
  await user.click(screen.getByRole('button', { name: /About this demo/ }))
  const field = screen.getByRole('textbox', { name: 'Seed' })
  await user.clear(field)
  await user.type(field, '1.5{Enter}')
  expect(onRestart).not.toHaveBeenCalled()
  expect(screen.getByRole('alert')).toHaveTextContent('a whole number from 0 to 4,294,967,295')
  expect(field).toBeInvalid()
  await user.clear(field)
  await user.type(field, '42')
  await user.click(screen.getByRole('button', { name: 'Start again with this seed' }))
  expect(onRestart).toHaveBeenCalledWith({ scenario: 'blockade', seed: 42 })
})
