import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { exactly } from '#domain/estimate.ts'
import type { Headline } from '#domain/situation.ts'
import { wordsIn } from '#i18n/words.ts'
import { renderAlone } from '#testing/render.tsx'
import { HeadlineCell } from './HeadlineCell.tsx'

const arrivals: Headline = {
  id: 'arrivals',
  unit: 'tankers',
  value: exactly(843),
  period: { from: '2026-02-02', to: '2026-02-08' },
  place: null,
  previous: { value: exactly(875), period: { from: '2026-01-12', to: '2026-01-18' } },
  parts: [],
  references: [],
  n: 2,
  sources: 1,
  freshness: 'fresh',
  caveats: [],
  missing: [],
  reports: [],
}

function show(change: Partial<Headline>, lang: 'fr' | 'en' = 'en') {
  const onOpen = vi.fn<() => void>()
  const headline = { ...arrivals, ...change }
  return {
    onOpen,
    ...renderAlone(
      <ul>
        <HeadlineCell headline={headline} lang={lang} say={wordsIn(lang)} onOpen={onOpen} />
      </ul>,
    ),
  }
}

test('a known zero is printed as zero', () => {
  show({ value: exactly(0), previous: null })
  expect(screen.getByText('0')).toBeVisible()
  expect(screen.queryByText(/Missing/)).toBeNull()
})

test('an unknown figure is a dash, never a zero, and names the missing input', () => {
  show({ value: null, previous: null, missing: ['stock', 'agreed-daily-need'] })
  expect(screen.getByText('–')).toBeVisible()
  expect(screen.queryByText('0')).toBeNull()
  expect(screen.getByText('the country’s stock, an agreed daily need')).toBeVisible()
})

test.each([
  { now: 843, text: /^down 32\stankers from 875/, because: 'it fell' },
  { now: 900, text: /^up 25\stankers from 875/, because: 'it rose' },
  { now: 875, text: /^same as 875/, because: 'nothing moved' },
])('$now after 875 says that $because', ({ now, text }) => {
  show({ value: exactly(now) })
  expect(screen.getByText(text)).toBeVisible()
})

test('part of a week is put beside a whole one, not subtracted from it', () => {
  show({ value: exactly(519), caveats: ['partial-week'] })
  expect(screen.getByText(/^against 875/)).toBeVisible()
  expect(screen.queryByText(/^down/)).toBeNull()
})

test('sources that differ show their span beside the figure', () => {
  show({ value: { low: 178, best: 198, high: 203 } })
  expect(screen.getByText('198')).toBeVisible()
  expect(screen.getByText(/178–203\s+tankers across sources/)).toBeVisible()
})

test('“most stations” is a span without a best figure', () => {
  show({ id: 'stations', unit: 'share', value: { low: 0.5, best: null, high: 1 }, previous: null })
  expect(screen.getByText('> 50')).toBeVisible()
})

test('one town’s figure names the town', async () => {
  show({ id: 'wait', unit: 'hours', value: exactly(0.08), place: 'bamako', previous: null })
  expect(await screen.findByText('Bamako')).toBeVisible()
  expect(screen.getByText('min')).toBeVisible()
})

test('a figure of too few reports is withheld: no dash, no zero, and why', () => {
  show({ value: null, previous: null, n: 0, missing: ['withheld'] })
  expect(screen.getByText('*')).toBeVisible()
  expect(screen.getByText('a third report (fewer than 3: withheld)')).toBeVisible()
})

test('its definition and sources are one click away', async () => {
  const { user, onOpen } = show({}, 'fr')
  await user.click(screen.getByRole('button', { name: /Citernes arrivées.*définition et sources/ }))
  expect(onOpen).toHaveBeenCalledWith({ kind: 'headline', id: 'arrivals' })
})

test('a figure too old to speak for the day is set apart from a fresh one, and called out of date', () => {
  const { unmount } = show({ freshness: 'unknown' }, 'fr')
  expect(screen.getByText('843').parentElement).toHaveAttribute('data-freshness', 'unknown')
  expect(screen.getByText('périmé')).toBeVisible()
  unmount()
  show({ freshness: 'fresh' }, 'fr')
  expect(screen.getByText('843').parentElement).toHaveAttribute('data-freshness', 'fresh')
})
