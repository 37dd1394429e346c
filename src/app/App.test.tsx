import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { failOnce } from '#mocks/node.ts'
import { renderWithApi } from '#testing/render.tsx'
import { App } from './App.tsx'

const figures = () => screen.findByRole('region', { name: 'Chiffres clés' })

test('the screen opens on the last day with an eligible report', async () => {
  await renderWithApi(<App />)
  expect(
    await screen.findByRole('heading', { level: 1, name: 'La situation au 12 mars 2026' }),
  ).toBeVisible()
  expect(screen.getByText(/silence, pas une accalmie/)).toBeVisible()
  expect(await within(await figures()).findAllByRole('listitem')).toHaveLength(6)
})

test('a change of language changes every word and keeps the view', async () => {
  history.replaceState(null, '', '/?corridor=ci')
  const { user } = await renderWithApi(<App />)
  await screen.findByRole('heading', { level: 1, name: /La situation au/ })
  await user.click(screen.getByRole('button', { name: 'English' }))
  expect(
    await screen.findByRole('heading', { level: 1, name: 'The situation on 12 March 2026' }),
  ).toBeVisible()
  expect(location.search).toBe('?corridor=ci&lang=en')
  await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'en'))
  await user.click(screen.getByRole('button', { name: 'Français' }))
  expect(await screen.findByRole('heading', { level: 1, name: /La situation au/ })).toBeVisible()
})

test('a link to another screen carries the language and what others wrote into the address', async () => {
  history.replaceState(null, '', '/method?lang=en&seed=7')
  await renderWithApi(<App />)
  expect(await screen.findByRole('link', { name: 'Jauge, the situation' })).toHaveAttribute(
    'href',
    '/?lang=en&seed=7',
  )
})

test('figures that did not come can be asked for again', async () => {
  const { user } = await renderWithApi(<App />, { drill: () => failOnce('/situation', 503) })
  const alert = await within(await figures()).findByRole('alert')
  expect(alert).toHaveTextContent('Impossible de charger les chiffres de la situation')
  await user.click(within(alert).getByRole('button', { name: 'Réessayer' }))
  expect(await within(await figures()).findByText('519')).toBeVisible()
})

test('the theme is chosen, shown and remembered', async () => {
  const { user } = await renderWithApi(<App />)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Thème' }), 'Sombre')
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  expect(localStorage.getItem('theme')).toBe('dark')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Thème' }), 'Auto')
  expect(document.documentElement).not.toHaveAttribute('data-theme')
  expect(localStorage.getItem('theme')).toBeNull()
})

test('the method page says how the figures are made', async () => {
  history.replaceState(null, '', '/method')
  await renderWithApi(<App />)
  expect(await screen.findByRole('heading', { level: 1, name: 'Méthode' })).toBeVisible()
  expect(screen.getByText(/46\s000 L/, { selector: '#figure-cover dd' })).toBeVisible()
})

test('an address that leads nowhere says so, and leads back', async () => {
  history.replaceState(null, '', '/nowhere?lang=en')
  await renderWithApi(<App />)
  expect(await screen.findByRole('link', { name: 'Back to the situation' })).toHaveAttribute(
    'href',
    '/?lang=en',
  )
})

test('the page is named by its day and its language', async () => {
  const { user } = await renderWithApi(<App />)
  await waitFor(() => expect(document.title).toBe('Le carburant au Mali au 12 mars 2026 – Jauge'))
  await user.click(screen.getByRole('button', { name: 'English' }))
  await waitFor(() => expect(document.title).toBe('Fuel in Mali on 12 March 2026 – Jauge'))
})
