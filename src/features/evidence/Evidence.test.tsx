import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Opened } from '#domain/address.ts'
import { failOnce } from '#mocks/node.ts'
import { renderWithApi, somePart } from '#testing/render.tsx'
import { Evidence } from './Evidence.tsx'

async function open(opened: Opened, drill: () => void = () => undefined) {
  const onOpen = vi.fn<(opened: Opened) => void>()
  const onClose = vi.fn<() => void>()
  const part = await somePart('en', { onOpen })
  const drawn = await renderWithApi(
    <Evidence {...part} opened={opened} onClose={onClose} onBack={() => undefined} />,
    { drill },
  )
  return { ...drawn, onOpen, onClose }
}

test('a figure opens with its definition, its caveats and the reports it rests on', async () => {
  const { user, onOpen } = await open({ kind: 'headline', id: 'losses' })
  expect(await screen.findByRole('heading', { name: 'Tankers lost' })).toBeVisible()
  expect(screen.getByText(/Each attack counts once/)).toBeVisible()
  expect(screen.getByText(/actual losses may be higher/)).toBeVisible()
  const reports = await screen.findAllByRole('button', { name: /tankers destroyed/ })
  expect(reports.length).toBeGreaterThan(3)
  await user.click(reports[0] as HTMLElement)
  expect(onOpen).toHaveBeenCalledWith({ kind: 'report', id: expect.any(String) as string })
})

test('a figure that cannot be had names what is missing', async () => {
  await open({ kind: 'headline', id: 'cover' })
  const list = (await screen.findByRole('heading', { name: 'What is missing' })).parentElement
  expect(within(list as HTMLElement).getByText('the country’s stock')).toBeVisible()
  expect(screen.getByText('Litres received, last counted week')).toBeVisible()
})

test('the attack of 14 September shows every source’s figure, claims and rejected ones as such', async () => {
  await open({ kind: 'event', id: 'attack-2025-09-14' })
  const table = await screen.findByRole('table', { name: /Tankers destroyed/ })
  const rows = within(table).getAllByRole('row')
  const told = rows.map((row) => row.textContent)
  expect(told.some((text) => text.startsWith('40') && text.includes('figure used'))).toBe(true)
  expect(told.some((text) => text.startsWith('80') && text.includes('claim'))).toBe(true)
  expect(told.some((text) => text.startsWith('130') && text.includes('claim'))).toBe(true)
  expect(told.some((text) => text.startsWith('3') && text.includes('rejected'))).toBe(true)
  expect(table).toHaveTextContent(/40 \(20 to 40\)/)
})

test.each([
  ['attack-2025-09-14', /^Attack, /],
  ['convoy-2025-10-07', /^Convoy arrived/],
])('the event %s is headed by what it was, as on the map', async (id, title) => {
  await open({ kind: 'event', id })
  expect(await screen.findByRole('heading', { level: 2, name: title })).toBeVisible()
})

test('a chart opens with the reports of its newest points first', async () => {
  await open({ kind: 'series', id: 'arrivals' })
  expect(await screen.findByRole('heading', { name: 'Tankers arrived' })).toBeVisible()
  const [newest] = await screen.findAllByRole('button', { name: /Tankers arrived/ })
  expect(newest).toHaveTextContent('519')
})

test('a corridor says why it is in its state, and what was last known', async () => {
  await open({ kind: 'corridor', id: 'ci' })
  expect(await screen.findByRole('heading', { name: 'Côte d’Ivoire' })).toBeVisible()
  expect(screen.getByText('state unknown')).toBeVisible()
  expect(screen.getByText(/silence does not mean that the road is clear/)).toBeVisible()
  expect(screen.getByText(/contested, 6 December 2025/)).toBeVisible()
})

test('a link to what is not there says so', async () => {
  await open({ kind: 'event', id: 'never-happened' })
  expect(await screen.findByText(/not in the window shown/)).toBeVisible()
})

test('reports that do not come can be asked for again', async () => {
  const { user } = await open({ kind: 'headline', id: 'arrivals' }, () => failOnce('/reports', 503))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Could not load the reports')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('button', { name: /Tankers arrived: 519/ })).toBeVisible()
})

test('closing is left to the address', async () => {
  const { user, onClose } = await open({ kind: 'headline', id: 'wait' })
  await user.click(screen.getByRole('button', { name: /Close/ }))
  expect(onClose).toHaveBeenCalledOnce()
})
