import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { RecordState, Situation } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import { wordsIn } from '#i18n/words.ts'
import { RecordBanner } from './RecordBanner.tsx'

const record: RecordState = {
  lastEligible: '2026-03-12',
  lastAny: '2026-03-12',
  first: '2006-05-11',
  reports: 327,
  sources: 81,
  daysSilent: 255,
}

function show(change: Partial<RecordState>, view: View = {}, at = '2026-03-12') {
  const onView = vi.fn<() => void>()
  const situation: Situation = {
    window: { from: '2025-08-25', to: '2026-03-12', at, known: null, vintage: null },
    record: { ...record, ...change },
    headlines: [],
    corridors: [],
  }
  render(
    <RecordBanner
      situation={situation}
      view={view}
      lang="en"
      say={wordsIn('en')}
      onView={onView}
    />,
  )
  return onView
}

test('a record that has ended says so, and that silence is not calm', () => {
  show({})
  expect(screen.getByText(/ends on 12 March 2026, 255 days ago.*silence, not calm/)).toBeVisible()
})

test('before its end the record is not called silent, and its end is still told', () => {
  show({}, {}, '2025-10-15')
  expect(
    screen.getByText('You are looking at 15 October 2025; the record ends on 12 March 2026.'),
  ).toBeVisible()
  expect(screen.queryByText(/silence/)).toBeNull()
})

test('a record of this week does not speak of silence', () => {
  show({ daysSilent: 3 })
  expect(screen.queryByText(/silence/)).toBeNull()
  expect(screen.getByText(/Latest usable report: 12 March 2026/)).toBeVisible()
})

test('later mentions that carry no figure are told apart', () => {
  show({ lastAny: '2026-06-01' })
  expect(screen.getByText(/run to 1 June 2026/)).toBeVisible()
})

test('an empty record is not taken for a quiet one', () => {
  show({ lastEligible: null, lastAny: null, daysSilent: null, reports: 0 })
  expect(screen.getByText(/holds no usable report/)).toBeVisible()
})

test('a view of the past can be left', async () => {
  const onView = show({}, { known: '2025-11-08' })
  expect(screen.getByText(/As the world knew it at the end of 8 November 2025/)).toBeVisible()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Back to today' }))
  expect(onView).toHaveBeenCalledWith({ known: undefined, vintage: undefined })
})
