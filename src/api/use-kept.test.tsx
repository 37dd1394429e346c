import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderAlone } from '#testing/render.tsx'
import { useKept } from './use-kept.ts'

/** Yesterday's figure comes; the next one does not. */
async function figureOf(day: string): Promise<string> {
  if (day === 'yesterday') return '519 tankers'
  throw new Error('the line is dead')
}

function Panel() {
  const [day, setDay] = useState('yesterday')
  const query = useKept({ queryKey: ['figure', day], queryFn: () => figureOf(day) })
  return (
    <>
      <button onClick={() => setDay('today')}>Today</button>
      <p>{query.data ?? 'nothing'}</p>
      <p>{query.isError ? 'failed' : 'well'}</p>
      <p>{query.isPlaceholderData ? 'old' : 'its own'}</p>
    </>
  )
}

test('the last figure stays when the next one fails, and is known to be old', async () => {
  const { user } = renderAlone(<Panel />)
  expect(await screen.findByText('519 tankers')).toBeVisible()
  expect(screen.getByText('its own')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Today' }))
  expect(await screen.findByText('failed')).toBeVisible()
  expect(screen.getByText('519 tankers')).toBeVisible()
  expect(screen.getByText('old')).toBeVisible()
})
