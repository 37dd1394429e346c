import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { DataModeContext } from '#api/data-mode.ts'
import { DATA_MODES } from '#domain/data-mode.ts'
import { Evidence } from '#features/evidence/Evidence.tsx'
import { MapList } from '#features/map/MapList.tsx'
import { Reports } from '#features/reports/Reports.tsx'
import { Timeline } from '#features/timeline/Timeline.tsx'
import { addDemoWords } from '#i18n/demo-words.ts'
import { markOf } from '#i18n/mark.ts'
import { renderWithApi, somePart } from '#testing/render.tsx'
import { App } from './App.tsx'

const MARK = 'DÉMO – données simulées'
const RECORD = {
  lastEligible: '2026-03-12',
  lastAny: '2026-03-12',
  first: '2025-09-01',
  reports: 100,
  sources: 10,
  daysSilent: 3,
}

beforeAll(addDemoWords)
function masthead(): HTMLElement {
  const home = screen.getByRole('link', { name: /^Jauge/ })
  return home.closest('header') ?? home
}

describe.each(DATA_MODES)('when the data are %s', (dataMode) => {
  const isMarked = dataMode === 'demo'
  const open = (address: string) => {
    history.replaceState(null, '', address)
    return renderWithApi(
      <DataModeContext value={dataMode}>
        <App />
      </DataModeContext>,
    )
  }
  const isIn = (element: HTMLElement) => element.textContent.includes(MARK)

  test('the head of the page, its foot, its title and what is printed say so', async () => {
    await open('/')
    await waitFor(() => expect(document.title).toMatch(/^(DÉMO · )?Le carburant au Mali au/))
    expect(document.title.startsWith('DÉMO · ')).toBe(isMarked)
    expect(isIn(masthead())).toBe(isMarked)
    expect(isIn(screen.getByRole('contentinfo'))).toBe(isMarked)
    expect(isIn(await screen.findByRole('region', { name: 'Chiffres clés' }))).toBe(isMarked)
    expect(isIn(screen.getByRole('region', { name: 'Les quatre corridors' }))).toBe(isMarked)
    expect(document.querySelector('[class*="print-mark"]') !== null).toBe(isMarked)
  })

  test('so do the timeline, the list of the map, the reports and the sheet behind a figure', async () => {
    const part = await somePart('fr', { dataMode })
    const mark = markOf(dataMode, 'public', part.say)
    const nothing = () => undefined
    const map = { states: null, sites: null, convoys: null, incidents: null, corridors: [] }
    await renderWithApi(
      <>
        <Timeline {...part} record={RECORD} busy={false} onMoment={nothing} />
        <MapList
          {...part}
          {...map}
          mark={mark}
          at="2026-03-12"
          legs={new Map()}
          places={new Map()}
        />
        <Reports {...part} />
        <Evidence
          {...part}
          opened={{ kind: 'headline', id: 'arrivals' }}
          onClose={nothing}
          onBack={nothing}
        />
      </>,
    )
    expect(isIn(screen.getByRole('region', { name: 'Chronologie' }))).toBe(isMarked)
    // Written once it is unfolded.
    document.querySelector('#map-list')?.setAttribute('open', '')
    const list = await screen.findByText(/12 mars 2026/, { selector: 'details p' })
    expect(isIn(list)).toBe(isMarked)
    const reports = screen.getByRole('region', { name: 'Derniers rapports' })
    await within(reports).findByRole('list')
    expect(isIn(reports)).toBe(isMarked)
    expect(isIn(screen.getByRole('dialog'))).toBe(isMarked)
  })

  test('the method page, which stands for itself, says so too', async () => {
    await open('/method')
    await waitFor(() => expect(document.title).toContain('Méthode'))
    expect(document.title.startsWith('DÉMO · ')).toBe(isMarked)
    expect(isIn(masthead())).toBe(isMarked)
  })
})

test('the demo is offered where the server has one, and nowhere else', async () => {
  history.replaceState(null, '', '/')
  const { unmount } = await renderWithApi(<App />)
  expect(screen.queryByRole('link', { name: 'Démo' })).toBeNull()
  unmount()
  const meta = document.createElement('meta')
  Object.assign(meta, { name: 'jauge-demo', content: '/demo/' })
  document.head.append(meta)
  await renderWithApi(<App />)
  expect(screen.getByRole('link', { name: 'Démo' })).toHaveAttribute('href', '/demo/?lang=fr')
  meta.remove()
})
