import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { RenderResult } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { UserEvent } from '@testing-library/user-event'
import { readFile } from 'node:fs/promises'
import { delay, http, HttpResponse } from 'msw'
import type { ReactNode } from 'react'
import { makeQueryClient } from '#api/query-client.ts'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import type { Lang } from '#i18n/words.ts'
import { answerFrom, server } from '#mocks/node.ts'
import type { Draft } from '#server/store/store.ts'
import { makePointer } from '#ui/pointer.ts'
import type { ScreenPart } from '#ui/screen.ts'

type Rendered = RenderResult & { user: UserEvent }

/**
 * Draws `ui` over the real API, which holds the whole public record unless other reports are given. `drill` sets
 * up what is to fail: `() => failOnce('/situation', 503)`.
 */
export async function renderWithApi(
  ui: ReactNode,
  { reports = 'record', drill }: { reports?: readonly Draft[] | 'record'; drill?: () => void } = {},
): Promise<Rendered> {
  await answerFrom(reports)
  // Drills stand in front of the app, so they come after it.
  drill?.()
  return renderAlone(ui)
}

/** Draws `ui` with the geography but no API: the test says itself what is answered. */
export function renderAlone(ui: ReactNode): Rendered {
  server.use(
    http.get('/geo/:file', async ({ params }) => {
      // jsdom has no layout for Leaflet to draw in: the map waits for its base, whenever its code may come.
      if (params['file'] === 'base.topo.json') await delay('infinite')
      const text = await readFile(`public/geo/${String(params['file'])}`, 'utf8')
      return new HttpResponse(text, { headers: { 'Content-Type': 'application/json' } })
    }),
  )
  const client = makeQueryClient()
  // A failure drill is not to be waited for three times.
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  const drawn = render(<QueryClientProvider client={client}>{ui}</QueryClientProvider>)
  return { ...drawn, user: userEvent.setup() }
}

/** What every part of the screen is given, with all words there and callbacks that do nothing. */
export async function somePart(lang: Lang, change: Partial<ScreenPart> = {}): Promise<ScreenPart> {
  await Promise.all(
    (['detail', 'later', 'define', 'method'] as const).map((part) => wordsReady(lang, part)),
  )
  const nothing = () => undefined
  return {
    view: {},
    window: { from: '2025-08-25', to: '2026-03-12', at: '2026-03-12', known: null, vintage: null },
    lang,
    say: wordsIn(lang),
    dataMode: 'live',
    reader: 'public',
    pointer: makePointer(),
    onView: nothing,
    onOpen: nothing,
    share: (chart) => `/embed?chart=${chart}`,
    ...change,
  }
}
