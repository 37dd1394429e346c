import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { RecordState } from '#domain/situation.ts'
import type { Day } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import { renderWithApi, somePart } from '#testing/render.tsx'
import { Timeline } from './Timeline.tsx'

const record: RecordState = {
  lastEligible: '2026-03-12',
  lastAny: '2026-06-01',
  first: '2006-05-11',
  reports: 327,
  sources: 81,
  daysSilent: 255,
}

async function show(at: Day, view: View = {}) {
  const onMoment = vi.fn<(day: Day) => void>()
  const onView = vi.fn<(patch: Partial<View>) => void>()
  const window = { from: '2025-08-25', to: '2026-03-12', at, known: null, vintage: null }
  const part = await somePart('en', { view, window, onView })
  const drawn = await renderWithApi(
    <Timeline {...part} record={record} busy={false} onMoment={onMoment} />,
  )
  return { ...drawn, onMoment, onView }
}

test.each([
  ['{ArrowRight}', '2026-01-16', 'a day on'],
  ['{ArrowLeft}', '2026-01-14', 'a day back'],
  ['{PageUp}', '2026-01-22', 'a week on'],
  ['{PageDown}', '2026-01-08', 'a week back'],
  ['{Home}', '2025-08-25', 'to the start'],
  ['{End}', '2026-03-12', 'to the end'],
])('%s on the handle goes to %s, %s', async (key, day) => {
  const { user, onMoment } = await show('2026-01-15')
  screen.getByRole('slider', { name: 'Day shown' }).focus()
  await user.keyboard(key)
  expect(onMoment).toHaveBeenCalledWith(day)
})

test('the handle says its day in words', async () => {
  await show('2026-01-15')
  expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'Thu, 15 January 2026')
})

test('a step does not leave the window', async () => {
  const { user, onMoment } = await show('2026-03-10')
  await user.click(screen.getByRole('button', { name: 'On one week' }))
  expect(onMoment).toHaveBeenCalledWith('2026-03-12')
})

test('at the end of the window there is no step on', async () => {
  await show('2026-03-12')
  expect(screen.getByRole('button', { name: 'On one day' })).toBeDisabled()
  expect(screen.getByRole('button', { name: 'Back one day' })).toBeEnabled()
})

test('playing from the end begins again at the start', async () => {
  const { user, onMoment } = await show('2026-03-12')
  await user.click(screen.getByRole('button', { name: 'Play' }))
  expect(onMoment).toHaveBeenCalledWith('2025-08-25')
  expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('28 days end at the day shown', async () => {
  const { user, onView } = await show('2026-01-15')
  await user.click(screen.getByRole('button', { name: '28 days' }))
  expect(onView).toHaveBeenCalledWith({ from: '2025-12-19', to: '2026-01-15', at: '2026-01-15' })
})

test('the knowledge of the day shown is one click away', async () => {
  const { user, onView } = await show('2025-11-22')
  await user.click(screen.getByText('What the world knew…'))
  await user.click(screen.getByRole('button', { name: 'On the day shown' }))
  expect(onView).toHaveBeenCalledWith({ known: '2025-11-22' })
})

test('what the track shows is said to those who do not see it', async () => {
  await show('2026-03-12')
  expect(await screen.findByText(/weeks counted, \d+ incidents, \d+ decisions/)).toBeInTheDocument()
})

test('any window can be asked for, and the moment stays inside it', async () => {
  const { user, onView } = await show('2026-01-15')
  await user.click(screen.getByText('Another window…'))
  fireEvent.change(screen.getByLabelText('to'), { target: { value: '2025-12-31' } })
  expect(onView).toHaveBeenCalledWith({ from: '2025-08-25', to: '2025-12-31', at: '2025-12-31' })
})

test('a window that ends before it begins is not asked for', async () => {
  const { user, onView } = await show('2026-01-15')
  await user.click(screen.getByText('Another window…'))
  fireEvent.change(screen.getByLabelText('to'), { target: { value: '2025-01-01' } })
  expect(onView).not.toHaveBeenCalled()
})
