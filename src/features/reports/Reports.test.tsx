import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Opened } from '#domain/address.ts'
import { renderWithApi, somePart } from '#testing/render.tsx'
import { Reports } from './Reports.tsx'

async function show() {
  const onOpen = vi.fn<(opened: Opened) => void>()
  const view = { from: '2025-08-25', to: '2026-03-12', at: '2026-03-12' }
  const part = await somePart('en', { view, onOpen })
  return { ...(await renderWithApi(<Reports {...part} />)), onOpen }
}

const rows = async () => within(await screen.findByRole('list')).getAllByRole('listitem')

test('the newest report stands first, with its source, its grade and its age', async () => {
  await show()
  const [first, ...others] = await rows()
  expect(first).toHaveTextContent(/[A-F][1-6].*Mar 2026/)
  const ages = others.map((row) => Number(/(\d+) days before/.exec(row.textContent)?.[1] ?? 0))
  expect(Math.max(...ages)).toBeGreaterThan(7)
})

test('more reports are fetched when asked for', async () => {
  const { user } = await show()
  expect(await rows()).toHaveLength(20)
  await user.click(screen.getByRole('button', { name: 'Show 20 more reports' }))
  await waitFor(async () => expect(await rows()).toHaveLength(40))
})

test('one kind can be picked out', async () => {
  const { user } = await show()
  await rows()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of report' }), 'Incident')
  await waitFor(async () => {
    for (const row of await rows()) expect(row).toHaveTextContent(/^Incident/)
  })
})

test('a report opens', async () => {
  const { user, onOpen } = await show()
  const [first] = await rows()
  await user.click(within(first as HTMLElement).getByRole('button'))
  expect(onOpen).toHaveBeenCalledWith({ kind: 'report', id: expect.any(String) as string })
})

test('the same reports can be had as a file', async () => {
  const saved = vi.fn<(blob: Blob) => string>(() => 'blob:x')
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
  const { user } = await show()
  await rows()
  await user.click(screen.getByRole('button', { name: 'CSV' }))
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  expect(await saved.mock.calls[0]?.[0].text()).toMatch(/^report_id|^id,|^﻿?[a-z_]+,/)
})
