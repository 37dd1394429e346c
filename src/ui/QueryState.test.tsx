import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ApiFailure } from '#contract/failure.ts'
import type { Failure } from '#contract/failure.ts'
import { wordsIn } from '#i18n/words.ts'
import { QueryState } from './QueryState.tsx'
import type { Asked } from './QueryState.tsx'

const waiting: Asked<string[]> = {
  data: undefined,
  error: null,
  isError: false,
  refetch: () => undefined,
}

function show(change: Partial<Asked<string[]>>) {
  render(
    <QueryState
      query={{ ...waiting, ...change }}
      say={wordsIn('en')}
      what="the reports"
      skeleton={<p>grey</p>}
      isEmpty={(list) => list.length === 0}
      empty={<p>nothing in this window</p>}
    >
      {(list) => <p>{list.join(', ')}</p>}
    </QueryState>,
  )
}

test('what is being loaded is said, and its place is kept', () => {
  show({})
  expect(screen.getByRole('status')).toHaveTextContent('Loading: the reports…')
  expect(screen.getByText('grey')).toBeInTheDocument()
})

const failures: [Failure, RegExp][] = [
  [{ kind: 'network', offline: true }, /Your device is offline/],
  [{ kind: 'network', offline: false }, /The server did not answer/],
  [{ kind: 'timeout', seconds: 20 }, /No answer within 20 seconds/],
  [{ kind: 'off-contract', path: '/x', reason: '' }, /not in the agreed form/],
  [{ kind: 'problem', problem: { type: '', title: '', status: 502 } }, /error \(502\)/],
  [
    { kind: 'problem', problem: { type: '', title: 'Wrong day', status: 400, detail: 'Use ISO.' } },
    /Wrong day — Use ISO\./,
  ],
]

test.each(failures)('a failure of kind %o is told in words', (failure, words) => {
  show({ isError: true, error: new ApiFailure(failure) })
  expect(screen.getByRole('alert')).toHaveTextContent(words)
  expect(screen.getByRole('alert')).toHaveTextContent('Could not load the reports')
})

test('a failed panel can be tried again', async () => {
  const refetch = vi.fn<() => void>()
  show({ isError: true, error: new ApiFailure({ kind: 'network', offline: false }), refetch })
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledOnce()
})

test('a question that is refused says why, and leads back rather than asking again', async () => {
  const onWayBack = vi.fn<() => void>()
  const parameters = [{ name: 'at', reason: 'lies in the future' }]
  const problem = { type: '', title: 'Parameters to correct', status: 400, parameters }
  render(
    <QueryState
      query={{ ...waiting, isError: true, error: new ApiFailure({ kind: 'problem', problem }) }}
      say={wordsIn('en')}
      what="the figures"
      skeleton={null}
      onWayBack={onWayBack}
    >
      {() => null}
    </QueryState>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent(/at – lies in the future/)
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Back to the opening view' }))
  expect(onWayBack).toHaveBeenCalledOnce()
})

test('a failed refresh keeps the last known data on screen, and labels them', () => {
  show({ data: ['875 tankers'], isError: true, error: new Error('boom') })
  expect(screen.getByText('875 tankers')).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent(/this is what came last/)
})

test('figures kept from before say which day they are of', () => {
  render(
    <QueryState
      query={{ ...waiting, data: ['875 tankers'], isError: true, error: new Error('boom') }}
      say={wordsIn('en')}
      what="the reports"
      skeleton={null}
      asOf={() => '12 March 2026'}
    >
      {(list) => <p>{list.join(', ')}</p>}
    </QueryState>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent(/how things stood on 12 March 2026/)
})

test('an empty answer says what is missing and is no failure', () => {
  show({ data: [] })
  expect(screen.getByText('nothing in this window')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})
