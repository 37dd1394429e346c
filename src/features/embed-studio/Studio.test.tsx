import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'
import { server } from '#mocks/node.ts'
import { renderWithApi } from '#testing/render.tsx'
import { Studio } from './Studio.tsx'
import { readStudio } from './studio-state.ts'

async function open(search: string, lang: Lang = 'en', drill?: () => void) {
  await Promise.all((['detail', 'later', 'embed'] as const).map((part) => wordsReady(lang, part)))
  function Opened() {
    const [studio, setStudio] = useState(() => readStudio(search))
    return (
      <Studio
        studio={studio}
        dataMode="live"
        reader="public"
        lang={lang}
        say={wordsIn(lang)}
        onStudio={(patch) => setStudio((now) => ({ ...now, ...patch }))}
        back="/?corridor=sn"
        filters={null}
      />
    )
  }
  return renderWithApi(<Opened />, drill ? { drill } : {})
}

/** Waits until the page in the frame says that. */
async function previewed(words: string): Promise<void> {
  await waitFor(() => {
    const pages = [...document.querySelectorAll('iframe')].map(({ srcdoc }) => srcdoc)
    expect(pages.some((page) => page.includes(words))).toBe(true)
  })
}

const code = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /, text to copy$/ })

test('the preview and the code are of the chart that is chosen', async () => {
  const { user } = await open('chart=arrivals&last=90d&in=fr')
  await previewed('<h1 id="title">519 citernes')
  expect(screen.getByTitle(/^Preview: 519 citernes/)).toBeVisible()
  expect(code().value).toMatch(
    /^<iframe src="http:\/\/localhost:3000\/embed\/arrivals\?last=90d&amp;lang=fr" title="519 citernes/,
  )
  await user.click(screen.getByRole('radio', { name: 'Prices' }))
  await previewed('<h1 id="title">Dernier prix parallèle')
  await waitFor(() => expect(code().value).toContain('/embed/prices?last=90d&amp;lang=fr'))
})

test('one click copies, and says so', async () => {
  const { user } = await open('chart=losses')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Copy: Link' })).toBeEnabled())
  await user.click(screen.getByRole('button', { name: 'Copy: Link' }))
  expect(await screen.findByText('Copied: Link.')).toHaveAttribute('role', 'status')
  expect(await navigator.clipboard.readText()).toBe('http://localhost:3000/embed/losses?lang=en')
  // Another choice makes another code: that one is not in the clipboard.
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  await waitFor(() => expect(code().value).toContain('theme=dark'))
  expect(screen.queryByText('Copied: Link.')).toBeNull()
})

test('where the clipboard is refused, the text stands selected', async () => {
  const { user } = await open('chart=losses')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Copy: Link' })).toBeEnabled())
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'))
  await user.click(screen.getByRole('button', { name: 'Copy: oEmbed link' }))
  expect(await screen.findByText(/The text is selected/)).toBeVisible()
  const { value, selectionStart, selectionEnd } = code()
  expect(value).toMatch(/^http:\/\/localhost:3000\/oembed\?url=http/)
  expect(value.slice(selectionStart, selectionEnd)).toBe(value)
  expect(code()).toHaveFocus()
})

test('what is pinned is what is seen', async () => {
  const { user } = await open('chart=arrivals')
  await screen.findByTitle(/^Preview: 519/)
  await user.click(screen.getByRole('radio', { name: 'Pinned' }))
  expect(await screen.findByText(/^Pinned to 20 Nov 2026, 08:00/)).toBeVisible()
  await waitFor(() => expect(code().value).toContain('vintage=2026-11-20T08%3A00%3A00.000Z'))
  await previewed('they will not change')
  expect(screen.getByText(/Figures as held on 20 Nov 2026/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Live' }))
  await waitFor(() => expect(code().value).not.toContain('vintage'))
})

test('a preview that does not come leaves the one before, and can be asked for again', async () => {
  const { user } = await open('chart=arrivals')
  await screen.findByTitle(/^Preview: 519/)
  server.use(http.get('*/embed/wait', () => HttpResponse.error(), { once: true }))
  await user.click(screen.getByRole('radio', { name: 'Waits' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Could not refresh the preview')
  await previewed('519 tankers')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('alt text and citation speak the language of the chart', async () => {
  await open('chart=arrivals&in=fr', 'en')
  const alt = await screen.findByRole('region', { name: 'Alt text' })
  expect(within(alt).getByText(/^Diagramme en barres.*519 citernes/)).toHaveAttribute('lang', 'fr')
  const citation = await screen.findByRole('region', { name: 'Citation' })
  expect(citation).toHaveTextContent(/Jauge, «.519 citernes.*d’après Ministère du Commerce/)
  expect(citation).toHaveTextContent(/embed\/arrivals\?lang=fr \(consulté le/)
})

test('a window of fixed days stays where it is, and its day can be chosen', async () => {
  const { user } = await open('chart=corridors')
  await screen.findByTitle(/^Preview: Fuel roads/)
  await user.click(screen.getByRole('radio', { name: 'Fixed dates' }))
  expect(screen.getByLabelText('From')).toHaveValue('2025-08-25')
  expect(screen.getByLabelText('to')).toHaveValue('2026-03-12')
  await user.clear(screen.getByLabelText('Day shown'))
  await user.type(screen.getByLabelText('Day shown'), '2025-12-06')
  await waitFor(() =>
    expect(code().value).toContain('?from=2025-08-25&amp;to=2026-03-12&amp;at=2025-12-06'),
  )
  await user.click(screen.getByRole('radio', { name: '28 days' }))
  await waitFor(() => expect(code().value).toContain('/embed/corridors?last=28d&amp;lang=en'))
})

test('a choice without any figure says what to do', async () => {
  await open('chart=arrivals&from=2024-01-01&to=2024-01-31')
  expect(await screen.findByText(/No figure for this choice/)).toBeVisible()
})

test('a download that fails says why', async () => {
  const { user } = await open('chart=arrivals')
  server.use(http.get('*/charts/arrivals.svg', () => HttpResponse.error()))
  await user.click(screen.getByRole('button', { name: 'Download: SVG' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The download failed.')
})
