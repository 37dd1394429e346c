import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Series } from '#domain/series.ts'
import type { Scene } from '#figures/figure.ts'
import { figureOf } from '#figures/figure-of.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { makePointer } from '#ui/pointer.ts'
import { ChartFrame } from './ChartFrame.tsx'

const AT = '2026-02-01'
let scene: Scene
beforeAll(async () => {
  scene = await someScene('en')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const counted = someSeries('arrivals', [
  someLine('unstated', 'tankers', [875, null, [700, 757, 800]], 'whole-week'),
])

function renderFrame(series: Series) {
  const told = { onView: vi.fn(), onOpen: vi.fn(), share: String }
  const pointer = makePointer()
  const figure = figureOf(series, scene, AT)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ChartFrame
        {...told}
        drawings={[figure]}
        titles={[figure.title]}
        height={200}
        scene={scene}
        at={AT}
        said={[]}
        view={{}}
        dataMode="live"
        reader="public"
        pointer={pointer}
      />
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), pointer, ...told }
}

test('the frame says what is shown, by whom, as of when, before anything is drawn', () => {
  renderFrame(counted)
  expect(
    screen.getByRole('heading', { name: /^757 tankers arrived in the week of 19 January/ }),
  ).toBeTruthy()
  expect(screen.getByText(/3 reports, 2 sources \(RFI · AFP\)/).textContent).toContain(
    'Latest publication: 9 February 2026',
  )
})

test('arrows move the pointer from bucket to bucket, and its value is told', async () => {
  const { user, pointer } = renderFrame(counted)
  const slider = screen.getByRole('slider', { name: /757 tankers/ })
  slider.focus()
  await user.keyboard('{ArrowLeft}')
  expect(pointer.day()).toBe('2026-01-19')
  expect(slider.getAttribute('aria-valuetext')).toContain('757 (700–800), whole week')
  await user.keyboard('{ArrowLeft}')
  expect(slider.getAttribute('aria-valuetext')).toContain('Nothing reported')
  await user.keyboard('{Home}')
  expect(slider.getAttribute('aria-valuetext')).toContain('875')
})

test('Enter makes the day pointed at the moment shown', async () => {
  const { user, onView } = renderFrame(counted)
  screen.getByRole('slider').focus()
  await user.keyboard('{Home}{Enter}')
  expect(onView).toHaveBeenCalledWith({ at: '2026-01-05' })
})

test('leaving the chart takes the pointer off all of them', async () => {
  const { user, pointer } = renderFrame(counted)
  screen.getByRole('slider').focus()
  await user.keyboard('{Home}')
  await user.tab()
  expect(pointer.day()).toBeNull()
})

test('the table shows the same numbers, gaps as dashes, and goes away again', async () => {
  const { user } = renderFrame(counted)
  const toggle = screen.getByRole('button', { name: 'Table' })
  await user.click(toggle)
  expect(toggle.getAttribute('aria-pressed')).toBe('true')
  const cells = screen.getAllByRole('cell').map((cell) => cell.firstChild?.textContent)
  expect(cells).toEqual(['875', '–', '757 (700–800)'])
  expect(screen.queryByRole('slider')).toBeNull()
  await user.click(toggle)
  expect(screen.queryByRole('table')).toBeNull()
})

test('a figure that cannot be had names the missing input, and draws no empty axes', () => {
  renderFrame(someSeries('arrivals', [], { missing: ['arrivals'], n: 0, sources: 0 }))
  expect(screen.getByText('Nothing to draw for this period')).toBeTruthy()
  expect(screen.getByText(/What is missing:/).textContent).toContain('counted arrivals')
  expect(screen.queryByRole('slider')).toBeNull()
})

test('a figure that cannot be had offers no table of nothing', () => {
  renderFrame(someSeries('arrivals', [], { missing: ['arrivals'], n: 0, sources: 0 }))
  expect(screen.queryByRole('button', { name: 'Table' })).toBeNull()
  expect(screen.getByRole('button', { name: /^CSV/ })).toBeTruthy()
})

test('what stands behind the figure is one click away', async () => {
  const { user, onOpen } = renderFrame(counted)
  await user.click(screen.getByRole('button', { name: 'What stands behind it' }))
  expect(onOpen).toHaveBeenCalledWith({ kind: 'series', id: 'arrivals' })
})

test('a CSV that does not come is said, not swallowed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')))
  const { user } = renderFrame(counted)
  await user.click(screen.getByRole('button', { name: 'CSV: arrivals' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Could not download')
})

test('a chart is shared at an address of its own, by a name that says which', () => {
  renderFrame(counted)
  const link = screen.getByRole('link', { name: 'Share: arrivals' })
  expect(link).toHaveAttribute('href', 'arrivals')
  expect(link).toHaveTextContent('Share')
})
