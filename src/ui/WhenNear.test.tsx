import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { WhenNear } from './WhenNear.tsx'

test('what nobody scrolled to is drawn when the page is printed', () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = () => undefined
      disconnect = () => undefined
    },
  )
  render(<WhenNear skeleton={<p>grey</p>}>the reports</WhenNear>)
  expect(screen.queryByText('the reports')).toBeNull()
  fireEvent(window, new Event('beforeprint'))
  expect(screen.getByText('the reports')).toBeVisible()
  vi.unstubAllGlobals()
})
